import { readFileSync } from "node:fs";
import { join } from "node:path";
import { componentEmbed, componentNew } from "@bytecodealliance/jco";

const WIT = join(import.meta.dirname, "../../../wit/skill.wit");
const WORLD = "scanner-component";
const INTERFACE = "sandbox:skill/scanner";

/** Names that the canonical ABI gives to the functions of `assembly/component.ts`. */
export const COMPONENT_EXPORTS = {
  scan_code: `${INTERFACE}#scan-code`,
  post_scan_code: `cabi_post_${INTERFACE}#scan-code`,
} as const;

/** Makes the core module a component of the scanner world. */
export async function wrapComponent(core: Uint8Array): Promise<Uint8Array> {
  const witSource = readFileSync(WIT, "utf8");
  return await componentNew(await componentEmbed({ binary: core, witSource, world: WORLD }), []);
}
