import type { ComponentInfo } from "../engine/prepared.ts";
import type { GuestCall } from "../guest/job.ts";
import { MODULE_IMPORTS, SUPPORTED_IMPORTS } from "../guest/supported-imports.ts";
import type { PlannedInvocation } from "./invocation.ts";
import { callOfModule } from "./module-call.ts";
import type { Outcome } from "./outcome.ts";
import type { RunRequest } from "./request.ts";

type Refusal = Extract<Outcome, { kind: "refused" }>;

/** What shall be called: the program itself, a scanner with code or files, the function that the request names, or a server. */
export type Wanted = "run" | "scan" | "scanSkill" | "invoke" | "serve";

export function wantedBy(request: Pick<RunRequest, "scanCode" | "scanSkill" | "invoke">): Wanted {
  const { scanCode, scanSkill, invoke } = request;
  if (invoke !== undefined) return "invoke";
  if (scanSkill !== undefined) return "scanSkill";
  return scanCode === undefined ? "run" : "scan";
}

/** What a scanner is given. */
export function scannerInput({ scanCode, scanSkill }: Pick<RunRequest, "scanCode" | "scanSkill">): string {
  return scanSkill === undefined ? (scanCode ?? "") : JSON.stringify(scanSkill);
}

/** The call that a request asks for, understood; undefined when it names none. Throws as `planInvocation` does. */
export async function plannedInvocation(
  { invoke, limits }: Pick<RunRequest, "invoke" | "limits">,
  component: Uint8Array,
): Promise<PlannedInvocation | undefined> {
  if (invoke === undefined) return undefined;
  const { planInvocation } = await import("./invocation.ts");
  return planInvocation(component, invoke, limits.maxOutputBytes);
}

/** Which export of a component is called, or why nothing is. */
export async function callOf(info: ComponentInfo, wanted: Wanted, component: Uint8Array): Promise<GuestCall | Refusal> {
  if (info.kind === "module") return callOfModule(info, wanted);
  const foreign = await unmetImports(info, component);
  if (foreign.length > 0) {
    return {
      kind: "refused",
      reason: `the component imports what this host does not give: ${foreign.join(", ")}`,
      hint: "build it for the world skill-component of wit/skill.wit, without further WASI interfaces",
    };
  }
  return chosenExport(info, wanted) ?? (await nothingToRun(info, component));
}

function chosenExport(info: ComponentInfo, wanted: Wanted): GuestCall | undefined {
  if (wanted === "invoke") return "invoke";
  const exports = new Set(info.exports.map(plainName));
  if (wanted === "serve") return exports.has(SERVER) ? "httpHandle" : undefined;
  if (wanted === "scan") return exports.has("sandbox:skill/scanner") ? "scanCode" : undefined;
  if (wanted === "scanSkill") return exports.has("sandbox:skill/skill-scanner") ? "scanSkill" : undefined;
  if (exports.has("sandbox:skill/skill")) return "skillRun";
  return exports.has("wasi:cli/run") ? "cliRun" : undefined;
}

const SERVER = "wasi:http/incoming-handler";

/** The refusal of a component without anything to run; it names the functions that can be invoked. */
async function nothingToRun({ exports }: ComponentInfo, component: Uint8Array): Promise<Refusal> {
  const reason = `the component exports nothing that can be run; its exports: ${exports.join(", ") || "none"}`;
  if (exports.map(plainName).includes(SERVER)) {
    return { kind: "refused", reason: "the component is an HTTP server", hint: "start it with wasm-sandbox serve" };
  }
  const hint = "export sandbox:skill/skill (wit/skill.wit) or wasi:cli/run";
  const { invocableFunctions } = await import("./invocable.ts");
  const functions = invocableFunctions(component);
  if (functions.length === 0) return { kind: "refused", reason, hint };
  return { kind: "refused", reason, hint: "call a function of it with --invoke 'name(args)'", details: functions };
}

/** Only a component with names that we do not know is asked what stands behind them. */
async function unmetImports(info: ComponentInfo, component: Uint8Array): Promise<readonly string[]> {
  const unknown = unsupportedImports(info);
  if (unknown.length === 0) return unknown;
  const { importsOfTypes } = await import("../engine/wasm/signatures.ts");
  const harmless = new Set(importsOfTypes(component));
  return unknown.filter((name) => !harmless.has(name));
}

export function unsupportedImports({ kind, imports }: Pick<ComponentInfo, "kind" | "imports">): string[] {
  const supported: ReadonlySet<string> = new Set(kind === "module" ? MODULE_IMPORTS : SUPPORTED_IMPORTS);
  return imports.filter((name) => !supported.has(plainName(name)));
}

/** `wasi:cli/run@0.2.6` is `wasi:cli/run`: within 0.2 the interfaces are compatible. */
export function plainName(name: string): string {
  return name.split("@")[0] ?? name;
}
