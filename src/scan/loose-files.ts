import { formatOf } from "../skill/contents/format.ts";
import { isText } from "../skill/contents/is-text.ts";
import { type RawPath, rawPath } from "../skill/raw-path.ts";
import { readFile } from "../skill/read-file.ts";

/** Pictures, sounds and fonts that belong to no skill are of no use to one; within a skill they are looked at. */
const MEDIA = /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|mp[34]|webm|mov|ogg|wav|woff2?|ttf|otf|eot)$/i;
const FAMILIES: ReadonlySet<string | undefined> = new Set(["image", "media", "font"]);
const HEAD_BYTES = 4096;

/**
 * Which changed files outside of skills are scanned by themselves: all but those that are what their names say.
 *
 * @param paths From the top of the work tree, as latin1.
 */
export function looseFiles(workTree: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !MEDIA.test(path) || !isMedia(`${rawPath(workTree)}/${path}` as RawPath));
}

function isMedia(path: RawPath): boolean {
  const read = readFile(path, { maxBytes: HEAD_BYTES, follow: false });
  return read.kind === "file" && FAMILIES.has(formatOf(read.bytes)?.family) && !isText(read.bytes);
}
