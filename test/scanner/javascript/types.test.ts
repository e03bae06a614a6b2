import { globSync } from "node:fs";
import { join } from "node:path";
import { compareStripped } from "./types-suite.ts";

const ROOT = join(import.meta.dirname, "../../..");

compareStripped(globSync("src/**/*.ts", { cwd: ROOT }).map((file) => join(ROOT, file)));
