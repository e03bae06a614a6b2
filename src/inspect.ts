import { createHash } from "node:crypto";
import type { Capability } from "./broker/decision.ts";
import { inspectComponent } from "./engine/inspect.ts";
import { exportedFunctions, importsOfTypes } from "./engine/wasm/signatures.ts";
import type { ExportedFunction } from "./engine/wasm/wit-type.ts";
import { plainName, unsupportedImports } from "./run/call.ts";
import { openTarget } from "./skill/target.ts";
import { callName } from "./wave/call.ts";
import { declarationsText, signatureText } from "./wave/wit-text.ts";

export interface Inspection {
  readonly component: string;
  readonly digest: string;
  readonly kind: "component" | "module";
  readonly size: number;
  readonly core_modules: number;
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** Every exported function with its type, as WIT text; `run --invoke` calls it by `call`, absent where it cannot. */
  readonly functions: readonly InspectedFunction[];
  /** Declarations of the types that the functions name, as WIT text. */
  readonly types: readonly string[];
  /** What it would ask for when it is run. */
  readonly capabilities: readonly Capability[];
  /** Imports that `run` refuses. */
  readonly unsupported: readonly string[];
}

/** A folder of WASI may be opened for either; which, only a run tells. */
const FOLDERS: readonly Capability[] = ["filesystem-read", "filesystem-write"];

const CAPABILITIES_OF: ReadonlyMap<string, readonly Capability[]> = new Map([
  ["sandbox:skill/filesystem-read", ["filesystem-read"]],
  ["sandbox:skill/filesystem-write", ["filesystem-write"]],
  ["sandbox:skill/network", ["network"]],
  ["wasi:filesystem/preopens", FOLDERS],
  ["wasi_snapshot_preview1.path_open", FOLDERS],
  ["wasi:http/outgoing-handler", ["network"]],
  ["wasi:sockets/ip-name-lookup", ["network"]],
  ["wasi:sockets/tcp-create-socket", ["network"]],
]);

export interface InspectedFunction {
  readonly interface: string | undefined;
  readonly signature: string;
  readonly call: string | undefined;
}

/** Looks at a component without running or preparing any of it. */
export function inspect(path: string): Inspection {
  const bytes = openTarget(path).read();
  const info = inspectComponent(bytes);
  const [functions, types] = info.kind === "component" ? [exportedFunctions(bytes), importsOfTypes(bytes)] : [[], []];
  return {
    component: path,
    digest: createHash("sha256").update(bytes).digest("hex"),
    kind: info.kind,
    size: bytes.length,
    core_modules: info.coreModules,
    imports: info.imports,
    exports: info.exports,
    functions: functions.map(inspected),
    types: declarationsText(functions),
    capabilities: [...new Set(info.imports.flatMap((name) => CAPABILITIES_OF.get(plainName(name)) ?? []))],
    unsupported: unsupportedImports(info).filter((name) => !types.includes(name)),
  };
}

function inspected(found: ExportedFunction): InspectedFunction {
  return { interface: found.interface, signature: signatureText(found), call: callName(found) };
}
