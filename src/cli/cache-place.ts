import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { findRepository } from "../git/repository.ts";

/**
 * Refuses a folder for results that lies in what is scanned, or in its repository: whoever wrote that could have written
 * the results too, and git gives files to whom it checks them out for.
 *
 * @throws SandboxError `refused`
 */
export function checkCachePlace(cache: string | undefined, paths: readonly string[], cwd: string): void {
  if (cache === undefined) return;
  const place = realPlace(resolve(cwd, cache));
  for (const path of paths) {
    const scanned = realPlace(resolve(cwd, path));
    const above = existsSync(scanned) ? (findRepository(scanned)?.workTree ?? scanned) : scanned;
    if (isWithin(place, scanned) || isWithin(place, above)) throw refusal(cache, path);
  }
}

/** Of what is not there yet: below the real place of what is. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPlace(parent), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== ".." && !inside.startsWith("../");
}

function refusal(cache: string, path: string): SandboxError {
  return new SandboxError("refused", `--cache ${cache} lies in what is scanned (${path}), or in its repository`, {
    hint: "name a folder elsewhere: results are believed, and what is scanned could bring its own",
  });
}
