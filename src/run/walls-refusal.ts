import type { Outcome } from "./outcome.ts";
import type { RunRequest } from "./request.ts";

/** Why a run with `--require-walls` does not start; undefined when it may. */
export function wallsRefusal(request: Pick<RunRequest, "requireWalls">, walls: string): Refusal | undefined {
  if (request.requireWalls !== true || (walls.includes("landlock") && walls.includes("seccomp"))) return undefined;
  return {
    kind: "refused",
    reason: `--require-walls: around the guest process there is ${walls}`,
    hint: "run on Linux 5.13 or later with perl installed, or drop --require-walls",
  };
}

type Refusal = Extract<Outcome, { kind: "refused" }>;
