import type { WasmKind } from "./wasm/sections.ts";

/** What a WebAssembly file says about itself; every name has passed the name check. */
export interface ComponentInfo {
  readonly kind: WasmKind;
  /** Size of the file. */
  readonly bytes: number;
  /** By WIT name, with its version; of a core module `module.name`. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** Of a core module's imports, each in its place (`import-types.ts`); of a component's none. */
  readonly importTypes: readonly string[];
  /** Core modules inside, nested ones included. */
  readonly coreModules: number;
  /** What one run makes. V8's page limit holds for each memory apart. */
  readonly coreInstances: number;
  readonly memories: number;
}

/** A component ready to run: what a guest process needs beside the component's own bytes. */
export interface Prepared {
  /** sha256 of the component's bytes, in hex. */
  readonly digest: string;
  /** Script text: an expression whose value is `instantiate(getCoreModule, imports)`. Pure ASCII. */
  readonly source: string;
  /** V8's code cache of `source`, made before any guest code ran; undefined when there is none for this engine. */
  readonly codeCache: Uint8Array | undefined;
  readonly modules: readonly PreparedModule[];
  readonly info: ComponentInfo;
  /** It came out of the cache. On the first run of a digest the guest process must still validate its modules. */
  readonly cached: boolean;
  /** Why it could not be kept for the next run; undefined when it was, or was not meant to be. */
  readonly notKept: string | undefined;
}

/** A core module under the name by which the glue asks for it. */
export interface PreparedModule {
  readonly name: string;
  /** Where it lies in the component, as [start, end); or its bytes, when the generator made it. */
  readonly at: readonly [start: number, end: number] | Uint8Array;
  /** What makes it keep to the limits: `instrument`. */
  readonly edits: Uint8Array;
}
