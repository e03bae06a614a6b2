import { buildScanner, rulesTables } from "../components/skill-scanner/build/build.ts";
import { keepTables } from "./kept-tables.ts";

/** `scanner.ts FOLDER` builds the scanner there: a process of its own, because compiling it leaves no time for anything else. */
const tables = rulesTables();
keepTables(tables);
await buildScanner(process.argv[2] ?? "", tables);
