import { Script } from "node:vm";

/** What a guest process needs to bring a prepared component to life. */
export interface Load {
  /** Script text whose value is `instantiate(getCoreModule, imports)`. */
  readonly source: string;
  /** V8 code cache of `source`; one that this V8 does not accept is ignored. */
  readonly codeCache?: Uint8Array | undefined;
  /** Bytes of a core module by the name that the glue asks for. */
  readonly moduleBytes: (name: string) => Uint8Array;
  /** Functions by interface name, without versions. */
  readonly imports: Readonly<Record<string, unknown>>;
  /** Validate every function before the first one runs, as V8 does by default; without it, each when it is first called. */
  readonly validate?: boolean | undefined;
}

/**
 * Instantiates a prepared component; its value is what the component exports.
 *
 * @throws WebAssembly.CompileError when a core module is not valid; what the component's own start code throws otherwise
 */
export function load({ source, codeCache, moduleBytes, imports, validate }: Load): unknown {
  // Loading node:v8 takes several milliseconds, and only a component's first run needs it.
  if (validate === true) process.getBuiltinModule("node:v8").setFlagsFromString("--no-wasm-lazy-validation");
  const script = new Script(source, { filename: "component.js", cachedData: codeCache });
  const instantiate = script.runInThisContext() as Instantiate;
  const getCoreModule = (name: string) => new WebAssembly.Module(moduleBytes(name) as Uint8Array<ArrayBuffer>);
  return instantiate(getCoreModule, imports);
}

type Instantiate = (getCoreModule: (name: string) => WebAssembly.Module, imports: unknown) => unknown;
