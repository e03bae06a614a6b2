import { BASE_ID } from "./base-id.ts";

/** A reference to a file, as SARIF says it. */
export interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly index?: number;
  readonly description?: { readonly text: string };
}

/** The files that are spoken of, each once. */
export class ArtifactList {
  readonly list: { readonly location: ArtifactLocation }[] = [];
  readonly #indexes = new Map<string, number>();

  locationOf(file: string | undefined): ArtifactLocation {
    if (file === undefined) return { description: { text: "Code that was given as text." } };
    const location = addressOf(file);
    const uri = location.uri ?? "";
    const index = this.#indexes.get(uri) ?? this.list.length;
    if (index === this.list.length) this.list.push({ location });
    this.#indexes.set(uri, index);
    return { ...location, index };
  }
}

/** Of what is in an archive, the address of the archive: no viewer opens the one inside. */
export function outerFile(file: string): string {
  const inside = file.indexOf("!/");
  return inside < 0 ? file : file.slice(0, inside);
}

function addressOf(file: string): ArtifactLocation {
  const path = outerFile(file).toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${path}` } : { uri: path, uriBaseId: BASE_ID };
}
