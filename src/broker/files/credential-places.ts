import { CREDENTIAL_PLACES, isCredentialPlace } from "../../policy/protected-places.ts";
import { type ForbiddenPlaces, idsOf } from "./forbidden-places.ts";
import { readFolder } from "./system-calls.ts";
import { isOutOfReach } from "./system-errors.ts";

/**
 * The published list, by name below every folder, and by object in every home on this machine and in `home`, so that
 * `~/.aws` linked to `~/dotfiles/aws` is refused under both names.
 */
export async function credentialPlaces(home: string): Promise<ForbiddenPlaces> {
  const plain = CREDENTIAL_PLACES.filter((place) => !place.includes("*"));
  const paths = await Promise.all((await homes(home)).map((folder) => placesIn(folder, plain)));
  paths.push(plain.filter((place) => place.startsWith("/")));
  return { rule: "credential-places", covers: isCredentialPlace, ids: await idsOf(paths.flat(), isOutOfReach) };
}

async function homes(home: string): Promise<string[]> {
  const users = await Promise.all(["/home", "/Users"].map(childrenOf));
  return [...new Set([home, "/root", ...users.flat()])];
}

/** One listing instead of one look for each place: most homes have few of them. */
async function placesIn(home: string, places: readonly string[]): Promise<string[]> {
  const present = new Set(await childrenOf(home));
  return places.map((place) => `${home}/${place}`).filter((path) => present.has(firstBelow(home, path)));
}

function firstBelow(home: string, path: string): string {
  const end = path.indexOf("/", home.length + 1);
  return end === -1 ? path : path.slice(0, end);
}

async function childrenOf(folder: string): Promise<string[]> {
  try {
    return (await readFolder(folder)).map((name) => `${folder}/${name}`);
  } catch (error) {
    if (isOutOfReach(error)) return [];
    throw error;
  }
}
