import { createHash } from "node:crypto";
import { engineIdentity } from "../identity.ts";

/**
 * Name of the entry of one component, by its digest, for this build on this engine.
 *
 * @param fuel whether its modules count fuel: few runs want that, and it makes their edits a thousand times as long
 */
export function cacheKey(digest: string, fuel = false): string {
  return `${generation()}-${sha256(fuel ? `${digest} with fuel` : digest)}`;
}

/** First part of every key of this build on this engine: it tells the entries of other builds apart by their names. */
export function generation(): string {
  return sha256(JSON.stringify(engineIdentity())).slice(0, GENERATION_DIGITS);
}

/** 128 bits: no two builds meet by accident, and nobody who writes components can choose one. */
const GENERATION_DIGITS = 32;

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
