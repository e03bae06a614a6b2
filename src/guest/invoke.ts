import { decodeValue, encodeValue } from "./values.ts";

/** A call of one exported function, by the names that the generated glue has for it: the job's input blob. */
export interface Invocation {
  /** The interface's name as the glue has it; undefined for a function at the root. */
  readonly instance: string | undefined;
  readonly name: string;
  /** It returns a `result`: the glue gives the ok value and throws the other. */
  readonly fallible: boolean;
  readonly values: readonly unknown[];
  /** What the returned value may take, in bytes. */
  readonly maxBytes: number;
}

type Callable = (...args: readonly unknown[]) => unknown;

/**
 * Calls the function and gives back what it returned, as bytes (`values.ts`).
 *
 * @throws what the guest threw, and `TooLong` when the value takes more than `maxBytes`
 */
export function invoke(exports: Readonly<Record<string, unknown>>, input: Uint8Array): Uint8Array {
  const { instance, name, fallible, values, maxBytes } = decodeValue(input) as Invocation;
  const holder = instance === undefined ? exports : exports[instance];
  const called = (holder as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof called !== "function") throw new TypeError(`the component does not export ${name}`);
  const value = fallible ? asResult(called as Callable, values) : (called as Callable)(...values);
  return encodeValue(value, maxBytes);
}

/** An error value of the guest is a plain value; what is thrown as an error ends the run. */
function asResult(called: Callable, values: readonly unknown[]): unknown {
  try {
    return { tag: "ok", val: called(...values) };
  } catch (thrown) {
    if (thrown instanceof Error || thrown instanceof WebAssembly.Exception) throw thrown;
    return { tag: "err", val: thrown };
  }
}
