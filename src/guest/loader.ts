import { Script } from "node:vm";
import type { EditedModule, Rations } from "./rations.ts";

export interface EditableModule {
  readonly bytes: Uint8Array;
  readonly edits: Uint8Array;
  /** The same with these edits, when it came before the job. */
  readonly early?: EditedModule | undefined;
}

/** What a guest process needs to bring a prepared component to life. */
export interface Load {
  /** Script text whose value is `instantiate(getCoreModule, imports)`. */
  readonly source: string;
  /** V8 code cache of `source`; one that this V8 does not accept is ignored. */
  readonly codeCache?: Uint8Array | undefined;
  /** A core module by the name that the glue asks for, and what makes it keep to the rations. */
  readonly moduleOf: (name: string) => EditableModule;
  readonly rations: Rations;
  /** Functions by interface name, without versions. */
  readonly imports: Readonly<Record<string, unknown>>;
  /** Validate every function before the first one runs, as V8 does by default; without it, each when it is first called. */
  readonly validate?: boolean | undefined;
  /** Let each run of the same work end at the same place: `optimiseInStep`. */
  readonly inStep?: boolean | undefined;
}

/**
 * Instantiates a prepared component; its value is what the component exports.
 *
 * @throws WebAssembly.CompileError when a core module is not valid; what the component's own start code throws otherwise
 */
export function load({ source, codeCache, moduleOf, rations, imports, validate, inStep }: Load): unknown {
  if (validate === true) validateWhole();
  const script = new Script(source, { filename: "component.js", cachedData: codeCache });
  // Not before: a code cache of `source` is for the flags that it was made under.
  if (inStep === true) optimiseInStep();
  const instantiate = script.runInThisContext() as Instantiate;
  const getCoreModule = (name: string) => {
    const { bytes, edits, early } = moduleOf(name);
    return rations.compile(bytes, edits, early);
  };
  return instantiate(getCoreModule, imports, (module, coreImports) => rations.instantiate(module, coreImports));
}

/** From here on every function of a module is validated before the first one runs. */
export function validateWhole(): void {
  setFlag("--no-wasm-lazy-validation");
}

/**
 * From here on the optimising compiler runs when a function has earned it, not some time later on another thread. Its
 * frames are smaller, so that how deep calls can go, and what a run does until then, depended on that other thread.
 */
export function optimiseInStep(): void {
  setFlag("--wasm-sync-tier-up");
}

function setFlag(flag: string): void {
  // Loading node:v8 takes several milliseconds, and only few runs need it.
  process.getBuiltinModule("node:v8").setFlagsFromString(flag);
}

type Instantiate = (
  getCoreModule: (name: string) => WebAssembly.Module,
  imports: unknown,
  instantiateCore: (module: WebAssembly.Module, imports?: WebAssembly.Imports) => WebAssembly.Instance,
) => unknown;
