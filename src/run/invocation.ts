import { kindOf } from "../engine/wasm/sections.ts";
import { exportedFunctions } from "../engine/wasm/signatures.ts";
import type { ExportedFunction, WitType } from "../engine/wasm/wit-type.ts";
import { SandboxError } from "../errors.ts";
import type { Invocation } from "../guest/invoke.ts";
import { encodeValue } from "../guest/values.ts";
import { FIXED_LIMITS } from "../policy/limits.ts";
import { parseCall } from "../wave/call.ts";
import { jsName } from "../wave/js-shape.ts";
import { TooMuchText, WrongShape } from "../wave/out.ts";
import { printValue } from "../wave/print-value.ts";
import { typeText } from "../wave/wit-text.ts";
import type { Outcome } from "./outcome.ts";

/** One call of an exported function, understood before anything of the component runs. */
export interface PlannedInvocation {
  /** For the log: which function, without its arguments. */
  readonly name: string;
  /** The job's input blob. */
  readonly input: Uint8Array;
  /** Turns what the guest process sent into an outcome. `maxLength` bounds its text. */
  outcomeOf(value: Uint8Array, maxLength: number): Outcome;
}

/**
 * Reads the text of `--invoke` against what the component exports.
 *
 * @throws SandboxError `usage` when the text is no call of an exported function, with the place and the signature;
 * `refused` when the function or the file is none that can be called by text
 */
export function planInvocation(component: Uint8Array, text: string, maxOutputBytes: number): PlannedInvocation {
  if (kindOf(component) === "module") {
    throw new SandboxError("refused", "--invoke calls functions of components, and this is a core module", {
      hint: "run it without --invoke, or build it as a component",
    });
  }
  const { found, values } = parseCall(text, exportedFunctions(component));
  const { result } = found;
  return {
    name: found.interface === undefined ? found.name : `${found.interface}#${found.name}`,
    input: encodeValue(callOf(found, values, maxOutputBytes), Number.POSITIVE_INFINITY),
    outcomeOf: (value, maxLength) => outcomeOf(value, result, maxLength),
  };
}

function callOf(
  found: ExportedFunction,
  values: readonly unknown[],
  maxOutputBytes: number,
): Record<keyof Invocation, unknown> {
  const { interface: place, name, result } = found;
  // An interface has its own name in the glue; an instance under a plain name has that of a variable.
  const instance = place === undefined || place.includes(":") ? place : jsName(place);
  // Under another name the glue treats a result as any other value.
  const fallible = result?.kind === "result" && result.name === undefined;
  // A value may be larger as bytes than as text; how much text there may be is checked when it is made.
  const maxBytes = Math.max(FIXED_LIMITS.doorMessageBytes, maxOutputBytes);
  return { instance, name: jsName(name), fallible, values, maxBytes };
}

function outcomeOf(value: Uint8Array, result: WitType | undefined, maxLength: number): Outcome {
  // As wasmtime prints it.
  if (result === undefined) return { kind: "returned", text: "()", wave: true };
  try {
    return { kind: "returned", text: printValue(value, result, maxLength), wave: true };
  } catch (error) {
    if (error instanceof TooMuchText) {
      return { kind: "limit", limit: "output", reason: `the value is more than ${maxLength} bytes of text` };
    }
    if (!(error instanceof WrongShape)) throw error;
    return { kind: "trapped", message: `the value that came back is not a ${typeText(result)}: ${error.message}` };
  }
}
