import { createHash } from "node:crypto";
import { engineIdentity } from "../identity.ts";

/** Name of the entry of one component, by its digest, for this build on this engine. */
export function cacheKey(digest: string): string {
  return createHash("sha256")
    .update(JSON.stringify([engineIdentity(), digest]))
    .digest("hex");
}
