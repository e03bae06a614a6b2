import { readFileSync } from "node:fs";
import { join } from "node:path";
import { componentEmbed, componentNew } from "@bytecodealliance/jco";

const WIT = join(import.meta.dirname, "../../../wit/skill.wit");
const WORLD = "skill-scanner-component";
const CODE = "sandbox:skill/scanner#scan-code";
const SKILL = "sandbox:skill/skill-scanner#scan-skill";

/** Names that the canonical ABI gives to the functions of `assembly/component.ts`. */
export const COMPONENT_EXPORTS = {
  scan_code: CODE,
  post_scan_code: `cabi_post_${CODE}`,
  scan_skill: SKILL,
  post_scan_skill: `cabi_post_${SKILL}`,
} as const;

/** Makes the core module a component of the scanner world. */
export async function wrapComponent(core: Uint8Array): Promise<Uint8Array> {
  const witSource = readFileSync(WIT, "utf8");
  return await componentNew(await componentEmbed({ binary: core, witSource, world: WORLD }), []);
}
