import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";

/**
 * The gate. Prints one line per step, and everything that a failing step said; ends with 1 when any failed.
 * `--all` adds every measured requirement: the long tests and the benchmarks with their ceilings.
 */
const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** These read the same sources, and none waits for another. */
const STEPS: readonly Step[] = [
  { name: "types", command: [bin("tsc"), "-p", "."] },
  { name: "lint, format, layers", command: [bin("biome"), "ci", "--error-on-warnings", "."] },
  { name: "unused code", command: [bin("knip")] },
  { name: "package", command: [process.execPath, "build/lint-package.ts"] },
];
const TESTS: Step = { name: "tests", command: [bin("vitest"), "run", "--project", "fixed"] };
const MEASURED: readonly Step[] = [
  { name: "long tests", command: [bin("vitest"), "run", "--project", "all"] },
  { name: "benchmarks", command: [process.execPath, "bench/main.ts", "--check"] },
];

const FAILURES = /^[⎯ ]*Failed (?:Suites|Tests)|Unhandled Error/m;

let failed = false;
await Promise.all(STEPS.map(take));
for (const step of process.argv.includes("--all") ? [TESTS, ...MEASURED] : [TESTS]) await take(step);
process.exit(failed ? 1 : 0);

async function take({ name, command: [file, ...args] }: Step): Promise<void> {
  const started = performance.now();
  const { exitCode, all = "" } = await execa(file, args, { cwd: root, reject: false, all: true, stdin: "ignore" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${(exitCode === 0 ? "ok" : "FAILED").padEnd(7)}${name} (${seconds} s)`);
  if (exitCode !== 0 || /test|benchmarks/.test(name)) console.log(failuresFirst(stripVTControlCharacters(all)));
  failed ||= exitCode !== 0;
}

/** What a reader looks for comes before thousands of lines about what passed: a log may be shown in part. */
function failuresFirst(said: string): string {
  const report = said.search(FAILURES);
  return report < 0 ? said : `${said.slice(report)}\n${said.slice(0, report)}`;
}
