import { exportedFunctions } from "../engine/wasm/signatures.ts";
import { functionList, isCallable } from "../wave/call.ts";

/** Lines that show which functions of a component can be called by text; none when there is no such function. */
export function invocableFunctions(component: Uint8Array): readonly string[] {
  const functions = exportedFunctions(component).filter(isCallable);
  return functions.length === 0 ? [] : functionList(functions);
}
