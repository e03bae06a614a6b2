import type { Prepared } from "../../../src/engine/prepared.ts";
import { load } from "../../../src/guest/loader.ts";
import { Rations } from "../../../src/guest/rations.ts";

type Exports = Readonly<Record<string, unknown>>;

/** Instantiates a prepared component in this process, with a network that repeats what it is asked. */
export function bringToLife(prepared: Prepared, bytes: Uint8Array): Exports {
  const { source, codeCache, modules } = prepared;
  const moduleOf = (name: string) => {
    const { at, edits } = modules.find((module) => module.name === name) ?? { at: [0, 0], edits: new Uint8Array() };
    return { bytes: at instanceof Uint8Array ? at : bytes.subarray(...at), edits };
  };
  const rations = new Rations({ pages: 4096, elements: 1_000_000 });
  const imports = { "sandbox:skill/network": { httpGet: (url: string) => `asked for ${url}` } };
  return load({ source, codeCache, moduleOf, rations, imports, validate: true }) as Exports;
}
