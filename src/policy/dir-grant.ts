import { posix, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import type { DirGrant } from "./grants.ts";

/**
 * One `--dir` value: `HOST[::GUEST][:ro]`, split at the last `::`, so that a host path may hold one. Without GUEST the
 * folder keeps its name inside. A drive letter (`C:\data`) has a single colon and stays whole.
 *
 * @param cwd Absolute: what a relative host folder is relative to.
 */
export function parseDirGrant(text: string, cwd: string): DirGrant {
  const readOnly = text.endsWith(":ro");
  const rest = readOnly ? text.slice(0, -":ro".length) : text;
  const at = rest.lastIndexOf("::");
  const host = at === -1 ? rest : rest.slice(0, at);
  const guest = at === -1 ? rest : rest.slice(at + "::".length);
  return dirGrant({ host, guest, readOnly }, cwd, `--dir ${JSON.stringify(text)}`);
}

/**
 * A folder and its name inside, checked and normalised.
 *
 * @param where The flag or place in a file that holds it, for messages.
 */
export function dirGrant({ host, guest, readOnly }: DirGrant, cwd: string, where: string): DirGrant {
  if (host === "" || host.includes("\0")) refuse(where, "no folder of the host");
  if (guest === "" || guest.includes("\0")) refuse(where, "no name inside");
  if (guest.split(/[\\/]/).includes("..")) refuse(where, "a name inside with '..'");
  return { host: resolve(cwd, host), guest: guestName(guest), readOnly };
}

/** Two folders cannot have one name. */
export function refuseDuplicates(dirs: readonly DirGrant[]): void {
  const names = dirs.map(({ guest }) => guest);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new SandboxError("usage", `Two folders have the same name inside: ${JSON.stringify(twice)}`, {
    hint: "give one of them another, for example --dir ./data::/other",
  });
}

function refuse(where: string, what: string): never {
  throw new SandboxError("usage", `${where} has ${what}`, {
    hint: "write --dir HOST::GUEST, or HOST::GUEST:ro to read only, for example --dir ./data::/data:ro",
  });
}

/** One spelling for `/data`, `/data/` and `/./data`. */
function guestName(guest: string): string {
  const name = posix.normalize(guest);
  return name.length > 1 && name.endsWith("/") ? name.slice(0, -1) : name;
}
