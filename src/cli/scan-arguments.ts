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
}

/**
 * What to scan, and with what. `scan SCANNER.wasm --file F` and `… --code C` name a scanner by position; a lone
 * `scan x.wasm` does not, so that no file is taken for a program because of its name.
 *
 * @throws SandboxError `usage` when nothing, or two scanners, are named
 */
export function readArguments(paths: readonly string[], { file, code, scanner }: Given): ScanArguments {
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
  throw new SandboxError("usage", "nothing to scan is named", {
    hint: "name files or folders, --code TEXT, or - for the standard input",
  });
}

function targetOf(path: string): Target {
  return path === "-" ? { kind: "stdin" } : { kind: "path", path };
}
