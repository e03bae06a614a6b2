import type { ComponentInfo } from "../engine/prepared.ts";
import type { GuestCall } from "../guest/messages.ts";
import { SUPPORTED_IMPORTS } from "../guest/supported-imports.ts";
import type { Outcome } from "./outcome.ts";

/** Which export of a component is called, or why nothing is. */
export function callOf(info: ComponentInfo, scanner: boolean): GuestCall | Extract<Outcome, { kind: "refused" }> {
  const foreign = unsupportedImports(info);
  if (foreign.length > 0) {
    return {
      kind: "refused",
      reason: `the component imports what this host does not give: ${foreign.join(", ")}`,
      hint: "build it for the world skill-component of wit/skill.wit, without further WASI interfaces",
    };
  }
  const exports = new Set(info.exports.map(plainName));
  if (scanner && exports.has("sandbox:skill/scanner")) return "scanCode";
  if (!scanner && exports.has("sandbox:skill/skill")) return "skillRun";
  if (!scanner && exports.has("wasi:cli/run")) return "cliRun";
  return {
    kind: "refused",
    reason: `the component exports nothing that can be run; its exports: ${info.exports.join(", ") || "none"}`,
    hint: "export sandbox:skill/skill (wit/skill.wit) or wasi:cli/run",
  };
}

export function unsupportedImports({ imports }: Pick<ComponentInfo, "imports">): string[] {
  const supported: ReadonlySet<string> = new Set(SUPPORTED_IMPORTS);
  return imports.filter((name) => !supported.has(plainName(name)));
}

/** `wasi:cli/run@0.2.6` is `wasi:cli/run`: within 0.2 the interfaces are compatible. */
export function plainName(name: string): string {
  return name.split("@")[0] ?? name;
}
