import { WALK_CAPS } from "./wasm/walk.ts";

/**
 * What makes a prepared component of one build of wasm-sandbox useless to another: everything that shapes an entry,
 * beside the component itself.
 */
export function engineIdentity(): readonly unknown[] {
  return [ENTRY_FORMAT, buildDigest(), process.versions.v8, process.versions.node, process.arch, WALK_CAPS];
}

/** Raised when the layout of a cache entry changes. */
const ENTRY_FORMAT = 3;

/** sha256 over our engine's sources and the generator, put in by the build (`build/engine-digest.ts`). */
declare const ENGINE_DIGEST: string | undefined;

/** Sources that were not built can change under a running cache, so each process of theirs stands alone. */
function buildDigest(): string {
  return typeof ENGINE_DIGEST === "string" ? ENGINE_DIGEST : `unbuilt ${process.pid} ${performance.timeOrigin}`;
}
