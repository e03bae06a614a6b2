import { SandboxError } from "../errors.ts";
import type { Target } from "../skill/collect.ts";

export interface ScanArguments {
  /** Path of another scanner component; undefined: the built-in one. */
  readonly scanner: string | undefined;
  readonly targets: readonly Target[];
}

interface Given {
  readonly file?: string;
  readonly code?: string;
  readonly scanner?: string;
  readonly diff?: string;
}

/**
 * What to scan, and with what. `scan SCANNER.wasm --file F` and `… --code C` name a scanner by position; a lone
 * `scan x.wasm` does not, so that no file is taken for a program because of its name.
 *
 * @throws SandboxError `usage` when nothing, or two scanners, are named
 */
export function readArguments(paths: readonly string[], { file, code, scanner, diff }: Given): ScanArguments {
  const named = [
    ...(file === undefined ? [] : [{ kind: "path", path: file } as const]),
    ...(code === undefined ? [] : [{ kind: "code", text: code } as const]),
  ];
  const [first] = paths;
  if (paths.length === 1 && first?.endsWith(".wasm") && named.length > 0) {
    if (scanner === undefined) return { scanner: first, targets: named };
    throw new SandboxError("usage", `two scanners are named: ${first} and ${scanner}`, { hint: "drop one of them" });
  }
  const targets = [...paths.map(targetOf), ...named];
  if (targets.length > 0) return { scanner, targets };
  if (diff !== undefined) return { scanner, targets: [{ kind: "path", path: "." }] };
  throw new SandboxError("usage", "nothing to scan is named", {
    hint: "name files or folders, --code TEXT, or - for the standard input",
  });
}

/** A list is told line by line, before all of it is known: nothing of what looks at the whole goes with it. */
export function refuseWithList(paths: readonly string[], flags: Readonly<Record<string, unknown>>): void {
  if (paths.length > 0) {
    throw new SandboxError("usage", `--stdin-list and '${paths[0]}' are given`, { hint: "name paths in the list" });
  }
  const wrong = Object.entries(NOT_WITH_LIST).find(([name]) => isGiven(flags[name]))?.[1];
  if (wrong !== undefined) {
    throw new SandboxError("usage", `--stdin-list and ${wrong} are given`, { hint: "drop one of them" });
  }
}

const NOT_WITH_LIST = {
  config: "--config",
  baseline: "--baseline",
  writeBaseline: "--write-baseline",
  diff: "--diff",
  format: "--format",
  output: "--output",
  scanner: "--scanner",
  file: "--file",
  code: "--code",
};

function isGiven(flag: unknown): boolean {
  return Array.isArray(flag) ? flag.length > 0 : flag !== undefined;
}

/** A part of a list that is none would be the whole. */
export function refuseWithoutList({ shard }: { readonly shard?: string }): void {
  if (shard === undefined) return;
  throw new SandboxError("usage", "--shard is a part of a list, and --stdin-list is not given", {
    hint: "add --stdin-list, and give one path a line",
  });
}

/** What git can compare: `--diff` takes no code as text. */
export function pathsOf(targets: readonly Target[]): string[] {
  return targets.map((target) => {
    if (target.kind === "path") return target.path;
    throw new SandboxError("usage", "--diff compares files, and code was given as text", {
      hint: "name files or folders",
    });
  });
}

function targetOf(path: string): Target {
  return path === "-" ? { kind: "stdin" } : { kind: "path", path };
}
