import { parse } from "@bytecodealliance/jco";
import { instrument } from "../../../../src/engine/instrument/instrument.ts";
import type { RationLimits } from "../../../../src/guest/job.ts";
import { Rations } from "../../../../src/guest/rations.ts";

/** What a limit ends a run with here, where no broker waits. */
export class LimitReached extends Error {
  readonly limit: string;

  constructor(limit: string) {
    super(`limit ${limit}`);
    this.limit = limit;
  }
}

export type Exports = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

export interface Running {
  readonly exports: Exports;
  readonly rations: Rations;
}

const PLENTY: RationLimits = { pages: 1000, elements: 100_000 };

export function rationsOf(limits: Partial<RationLimits> = {}): Rations {
  return new Rations({ ...PLENTY, ...limits }, (limit) => {
    throw new LimitReached(limit);
  });
}

export async function moduleOf(wat: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await parse(wat));
}

/** The module as it is. */
export function plain(bytes: Uint8Array<ArrayBuffer>, imports: WebAssembly.Imports = {}): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as Exports;
}

/** The module as a guest process would run it; with fuel when there is a budget of it. */
export function instrumented(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Partial<RationLimits> = {},
  imports: WebAssembly.Imports = {},
  rations = rationsOf(limits),
): Running {
  const module = rations.compile(bytes, instrument(bytes, { fuel: limits.fuel !== undefined }));
  return { exports: rations.instantiate(module, imports).exports as Exports, rations };
}

/** What a call gives: its value, or how it failed. */
export function resultOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof LimitReached) return `limit ${error.limit}`;
    return error instanceof WebAssembly.RuntimeError ? `trap: ${error.message}` : `${error}`;
  }
}
