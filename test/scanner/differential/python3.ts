import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const CALLS = join(import.meta.dirname, "cpython-calls.py");
const MOST_OUTPUT = 512 * 2 ** 20;

/** Before 3.9 CPython's own line numbers inside f-strings are wrong. */
const OLDEST_MINOR = 9;

export interface Python3 {
  readonly version: string;
  /** The folder of the standard library, its tests included. */
  readonly library: string;
}

/** The machine's python3; a text that says why there is none to compare with. */
export function findPython3(): Python3 | string {
  const script = "import sys, sysconfig; print(*sys.version_info[:3], sysconfig.get_path('stdlib'), sep='\\n')";
  const { status, stdout } = spawnSync("python3", ["-I", "-c", script], { encoding: "utf8" });
  if (status !== 0) return "no python3 on this machine";
  const [major, minor, patch, library = ""] = stdout.split("\n");
  const version = `${major}.${minor}.${patch}`;
  return Number(minor) < OLDEST_MINOR ? `python3 is ${version}, older than 3.${OLDEST_MINOR}` : { version, library };
}

/** The library's Python files, sorted, without what was installed into it. */
export function libraryFiles({ library }: Python3): string[] {
  const files = readdirSync(library, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".py") && !/(^|[\\/])(site|dist)-packages[\\/]/.test(file)).sort();
}

/** `line:callee:arguments` of every call of each file; undefined for a file that CPython refuses. */
export function cpythonCalls(paths: readonly string[]): (string[] | undefined)[] {
  const { status, stdout, stderr } = spawnSync("python3", ["-I", CALLS], {
    input: paths.join("\n"),
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
  });
  if (status !== 0) throw new Error(`cpython-calls.py failed\n${stderr}`);
  const lines = stdout.trimEnd().split("\n");
  return lines.map((line) => (JSON.parse(line) as string[] | null) ?? undefined);
}
