import { claimOf } from "./contents/claim.ts";

/** Enough for the imports of a script. */
const HEAD_BYTES = 4096;

const IMPORT = /^(?:import|from)[ \t]+[\w.]+/m;

/**
 * Whether somebody who names this file probably means a Python script: the name says no language, and the text begins
 * with imports.
 */
export function looksLikePython(name: string, bytes: Uint8Array): boolean {
  if (claimOf(name) !== undefined && !/\.txt$/i.test(name)) return false;
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return !head.startsWith("#!") && IMPORT.test(head);
}
