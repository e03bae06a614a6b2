import { countingScanner, parsersAlone } from "../test/scanner/engine-build.ts";

/** Makes what tests look at in the scanner: the gate does so while it builds, and no test waits for it. */
await parsersAlone();
await countingScanner();
