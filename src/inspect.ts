import { createHash } from "node:crypto";
import type { Capability } from "./broker/decision.ts";
import { inspectComponent } from "./engine/inspect.ts";
import { unsupportedImports } from "./run/call.ts";
import { openTarget } from "./skill/target.ts";

export interface Inspection {
  readonly component: string;
  readonly digest: string;
  readonly kind: "component" | "module";
  readonly size: number;
  readonly core_modules: number;
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** What it would ask for when it is run. */
  readonly capabilities: readonly Capability[];
  /** Imports that `run` refuses. */
  readonly unsupported: readonly string[];
}

const CAPABILITY_OF: ReadonlyMap<string, Capability> = new Map([
  ["sandbox:skill/filesystem-read", "filesystem-read"],
  ["sandbox:skill/filesystem-write", "filesystem-write"],
  ["sandbox:skill/network", "network"],
]);

/** Looks at a component without running or preparing any of it. */
export function inspect(path: string): Inspection {
  const bytes = openTarget(path).read();
  const info = inspectComponent(bytes);
  return {
    component: path,
    digest: createHash("sha256").update(bytes).digest("hex"),
    kind: info.kind,
    size: bytes.length,
    core_modules: info.coreModules,
    imports: info.imports,
    exports: info.exports,
    capabilities: info.imports.flatMap((name) => CAPABILITY_OF.get(name) ?? []),
    unsupported: unsupportedImports(info),
  };
}
