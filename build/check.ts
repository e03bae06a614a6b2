import { getPriority, setPriority } from "node:os";
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

const BUILD: Step = { name: "build", command: ["make", "--silent", "all"] };
const PACKAGE: Step = { name: "package", command: [process.execPath, "build/lint-package.ts"] };
/** What the scanner's tests look at, which come last: it is there when they begin. */
const ENGINES: Step = { name: "engines of the tests", command: [process.execPath, "build/test-engines.ts"] };
/** These read the sources alone, and none waits for another, nor for the build. */
const STEPS: readonly Step[] = [
  { name: "types", command: [bin("tsc"), "-p", "."] },
  { name: "lint, format, layers", command: [bin("biome"), "ci", "--error-on-warnings", "."] },
  { name: "unused code", command: [bin("knip")] },
];
const TESTS: Step = { name: "tests", command: [bin("vitest"), "run", "--project", "fixed"] };
const MEASURED: readonly Step[] = [
  { name: "long tests", command: [bin("vitest"), "run", "--project", "all"] },
  { name: "benchmarks", command: [process.execPath, "bench/main.ts", "--check"] },
];

const FAILURES = /^[⎯ ]*Failed (?:Suites|Tests)|Unhandled Error/m;

/** The tests wait for the build alone: it goes before what stands beside it, which is this much nicer. */
const BESIDE = Math.min(19, getPriority() + 5);

let failed = false;
const beside = STEPS.map((step) => take(step, BESIDE));
// Without a build there is nothing to test.
const built = await take(BUILD);
await Promise.all([...beside, ...(built ? [PACKAGE, ENGINES, TESTS].map((step) => take(step)) : [])]);
if (built && process.argv.includes("--all")) for (const step of MEASURED) await take(step);
process.exit(failed ? 1 : 0);

/** Whether the step succeeded. */
async function take({ name, command: [file, ...args] }: Step, priority?: number): Promise<boolean> {
  const started = performance.now();
  const child = execa(file, args, { cwd: root, reject: false, all: true, stdin: "ignore" });
  if (child.pid !== undefined && priority !== undefined) setPriority(child.pid, priority);
  const { exitCode, all = "" } = await child;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${(exitCode === 0 ? "ok" : "FAILED").padEnd(7)}${name} (${seconds} s)`);
  if (exitCode !== 0 || /^(long )?tests$|benchmarks/.test(name))
    console.log(failuresFirst(stripVTControlCharacters(all)));
  failed ||= exitCode !== 0;
  return exitCode === 0;
}

/** What a reader looks for comes before thousands of lines about what passed: a log may be shown in part. */
function failuresFirst(said: string): string {
  const report = said.search(FAILURES);
  return report < 0 ? said : `${said.slice(report)}\n${said.slice(0, report)}`;
}
