import type { Prepared } from "../../../src/engine/prepared.ts";
import { load } from "../../../src/guest/loader.ts";

type Exports = Readonly<Record<string, unknown>>;

/** Instantiates a prepared component in this process, with a network that repeats what it is asked. */
export function bringToLife(prepared: Prepared, bytes: Uint8Array): Exports {
  const { source, codeCache, modules } = prepared;
  const moduleBytes = (name: string) => {
    const at = modules.find((module) => module.name === name)?.at ?? [0, 0];
    return at instanceof Uint8Array ? at : bytes.subarray(...at);
  };
  const imports = { "sandbox:skill/network": { httpGet: (url: string) => `asked for ${url}` } };
  return load({ source, codeCache, moduleBytes, imports, validate: true }) as Exports;
}
