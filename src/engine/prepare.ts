import { createHash } from "node:crypto";
import type { Engine } from "../isolation/engine.ts";
import { cacheKey } from "./cache/key.ts";
import { loadEntry } from "./cache/load.ts";
import type { Prepared } from "./prepared.ts";

/** Where preparing finds its tools and keeps its results. */
export interface PrepareOptions {
  /** Folder with our built files: `prepare.cjs` and `engine/`. */
  readonly distDir: string;
  /** Folder of prepared components, made on first use. */
  readonly cacheDir: string;
  /** The Node binary that the helper runs on. */
  readonly engine: Engine;
  /** V8 flags of the guest process, for which the code cache is made; without them there is none. */
  readonly guestFlags?: readonly string[] | undefined;
  /** Make its modules count fuel. */
  readonly fuel?: boolean | undefined;
  /** Runs the generator in a process that is there already; without it, a helper is started. */
  readonly generate?: Generate | undefined;
  /** Takes the component's own modules, checked and edited, while its glue is still to be checked; not called for a cached one. */
  readonly offer?: ((modules: readonly EditedModule[]) => Promise<void>) | undefined;
}

/**
 * Has the generator run on a component's shell, in a process as confined as the helper. Gives back a frame of
 * `encodeAnswer`; undefined where it cannot be done there.
 */
export type Generate = (shell: Uint8Array) => Promise<Uint8Array | undefined>;

/** One of the component's own core modules. */
export interface EditedModule {
  /** Where it lies in the component, as [start, end). */
  readonly at: readonly [start: number, end: number];
  readonly edits: Uint8Array;
}

/**
 * Makes a component ready to run: from the cache, or by checking and transpiling it.
 *
 * @throws SandboxError `invalid-component` or `refused` for the component's sake (`inspectComponent`), `refused` also
 * when the cache folder is not ours alone, `missing-backend` when the engine cannot be started
 */
export async function prepare(bytes: Uint8Array, options: PrepareOptions): Promise<Prepared> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const key = cacheKey(digest, options.fuel);
  const entry = loadEntry(options.cacheDir, key);
  if (entry !== undefined) return { ...entry, cached: true, notKept: undefined };
  const { prepareAfresh } = await import("./prepare-afresh.ts");
  const { storeEntry } = await import("./cache/store.ts");
  const fresh = { ...(await prepareAfresh(bytes, options)), digest };
  return { ...fresh, cached: false, notKept: storeEntry(options.cacheDir, key, fresh) };
}
