import { sep } from "node:path";
import { CREDENTIAL_PLACES } from "./credential-places.ts";
import { EXECUTED_LATER } from "./executed-later.ts";

export { CREDENTIAL_PLACES, EXECUTED_LATER };

/** Whether a location (`foldPath` of a resolved path) is a place where things are executed later, or lies below one. */
export function isExecutedLater(folded: string): boolean {
  executedPattern ??= placesPattern(EXECUTED_LATER);
  return executedPattern.test(folded);
}

/** Whether such a place lies below a folder of that name, so that giving a folder the name, or taking it away, makes or hides one. */
export function leadsToExecutedLater(folded: string): boolean {
  leadingPattern ??= placesPattern(EXECUTED_LATER.flatMap(foldersAbove), "$");
  return leadingPattern.test(folded);
}

/** `.config` of `.config/autostart`. */
function foldersAbove(place: string): string[] {
  const end = place.lastIndexOf("/");
  if (end <= 0) return [];
  const above = place.slice(0, end);
  return [above, ...foldersAbove(above)];
}

/** Whether a location (`foldName` of a resolved path, `/` between names) is a credential place or lies below one. */
export function isCredentialPlace(folded: string): boolean {
  credentialPattern ??= placesPattern(CREDENTIAL_PLACES);
  return credentialPattern.test(folded);
}

/**
 * One spelling for all names that some file system takes for the same: upper and lower case (NTFS, APFS, ext4 with
 * casefold), compatibility forms, and the invisible code points that HFS+ ignores.
 */
export function foldName(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.normalize("NFKC").replaceAll(IGNORABLE, "").toLowerCase().normalize("NFKC");
}

/** A normalised absolute path with each name in that spelling, and `/` between them. */
export function foldPath(path: string): string {
  if (sep === "/" && ASCII.test(path)) return path.toLowerCase();
  return path.split(sep).map(foldName).join("/");
}

const ASCII = /^[\x20-\x7e]*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Built at the first question: a run without a bare grant never asks. */
let credentialPattern: RegExp | undefined;
let executedPattern: RegExp | undefined;
let leadingPattern: RegExp | undefined;

function placesPattern(places: readonly string[], end = "(?:/|$)"): RegExp {
  return new RegExp(`(?:${places.map(placePattern).join("|")})${end}`, "u");
}

function placePattern(place: string): string {
  const pattern = foldName(place)
    .replaceAll(/[.+^$()|[\]{}]/g, "\\$&")
    .replaceAll("*", "[^/]*");
  return place.startsWith("/") ? `^${pattern}` : `/${pattern}`;
}
