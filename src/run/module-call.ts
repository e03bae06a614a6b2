import type { ComponentInfo } from "../engine/prepared.ts";
import type { GuestCall } from "../guest/job.ts";
import { PREVIEW1, type Preview1Function } from "../guest/preview1/functions.ts";
import { MODULE_IMPORTS } from "../guest/supported-imports.ts";
import type { Wanted } from "./call.ts";
import type { Outcome } from "./outcome.ts";
import { preview1Type } from "./preview1-types.ts";

type Refusal = Extract<Outcome, { kind: "refused" }>;

/** How a core module is run: as a command of WASI preview1, or why not at all. */
export function callOfModule({ imports, exports, importTypes }: ComponentInfo, wanted: Wanted): GuestCall | Refusal {
  const given: ReadonlySet<string> = new Set(MODULE_IMPORTS);
  const foreign = imports.filter((name) => !given.has(name));
  if (foreign.length > 0) return importsMore(foreign);
  const wrong = imports.flatMap((name, index) => wrongType(name, importTypes[index] ?? "nothing"));
  if (wrong.length > 0) return importsOtherwise(wrong);
  if (wanted !== "run") return { kind: "refused", ...NOT_A_COMPONENT };
  return exports.includes("_start") ? "startModule" : noCommand(exports);
}

function importsMore(foreign: readonly string[]): Refusal {
  const reason = `the core module imports what this host does not give: ${foreign.join(", ")}`;
  const isOld = foreign.some((name) => name.startsWith("wasi_unstable."));
  const hint = isOld
    ? "wasi_unstable came before wasi_snapshot_preview1: build it with a newer toolchain"
    : "build it for wasm32-wasip1, so that it imports wasi_snapshot_preview1 alone";
  return { kind: "refused", reason, hint };
}

/** V8 would take any type for a function of ours, and turn what is passed into it. */
function wrongType(name: string, type: string): string[] {
  const right = preview1Type(name.slice(PREVIEW1.length + 1) as Preview1Function);
  return type === right ? [] : [`${name} as ${type}, which is ${right}`];
}

function importsOtherwise(wrong: readonly string[]): Refusal {
  const reason = `the core module imports with another type than this host gives: ${wrong.join("; ")}`;
  return { kind: "refused", reason, hint: "build it again: a module that was linked right has these types" };
}

const NOT_A_COMPONENT = {
  reason: "a core module has no functions of typed values, and cannot be a scanner",
  hint: "run it as a command, or build it as a component",
};

function noCommand(exports: readonly string[]): Refusal {
  const reason = exports.includes("_initialize")
    ? "the core module is a reactor: it exports _initialize, and no _start that could be run"
    : `the core module exports no _start; its exports: ${exports.join(", ") || "none"}`;
  return { kind: "refused", reason, hint: "link it as a command, with a main function" };
}
