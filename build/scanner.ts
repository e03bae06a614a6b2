import { buildScanner } from "../components/skill-scanner/build/build.ts";

/** `scanner.ts FOLDER` builds the scanner there: a process of its own, because compiling it leaves no time for anything else. */
await buildScanner(process.argv[2] ?? "");
