import { ArchiveFacts } from "./archive-facts.ts";
import { type Content, type FileBytes, fact, opaque, skipped } from "./content.ts";
import { innerOf, type Nesting, refused, TOO_MANY } from "./entry.ts";
import type { Format } from "./format.ts";
import { readGzip } from "./gzip.ts";
import { type Inflated, inflate } from "./inflate.ts";
import { insideTar } from "./inside-tar.ts";
import { insideZip } from "./inside-zip.ts";

/** What is inside of an archive; nothing is written, no link followed, and no name is more than a label. */
export function* openArchive(file: FileBytes, format: Format, nesting: Nesting): Generator<Content> {
  if (!nesting.budget.allowsDepth(nesting.depth)) {
    yield skipped(file, format.name, "it lies too deep inside of other archives");
    return yield fact(file, "archive-limit-reached", "lies too deep inside of other archives");
  }
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  const facts = new ArchiveFacts(file);
  const contents = [...inside(file, bytes, format, nesting, facts)];
  if (contents.length === 0 && facts.has("archive-not-unpacked"))
    yield skipped(file, format.name, "it was not unpacked");
  else yield opaque(file, format.name, facts.has("archive-encrypted") ? "partly" : "analysed");
  yield* facts.all();
  yield* contents;
}

function inside(
  file: FileBytes,
  bytes: Buffer,
  { name }: Format,
  nesting: Nesting,
  facts: ArchiveFacts,
): Iterable<Content> {
  switch (name) {
    case "zip archive":
      return insideZip(file, bytes, nesting, facts);
    case "tar archive":
      return insideTar(file, bytes, nesting, facts);
    case "gzip archive":
      return insideGzip(file, bytes, nesting, facts);
    case "zstandard archive":
      return insideOne(
        file,
        "content",
        inflate("zstandard", bytes, nesting.budget.roomFor(bytes.length)),
        nesting,
        facts,
      );
    default:
      facts.add("archive-not-unpacked", `is a ${name}, which is not unpacked here`);
      return [];
  }
}

function* insideGzip(file: FileBytes, bytes: Buffer, nesting: Nesting, facts: ArchiveFacts): Generator<Content> {
  const { name, content, rest } = readGzip(bytes, nesting.budget.roomFor(bytes.length));
  yield* insideOne(file, name === "" ? unpackedName(file.path) : name, content, nesting, facts);
  if (rest.length === 0 || rest.every((byte) => byte === 0)) return;
  facts.add("appended-data", `goes on for ${rest.length} bytes behind what it packs`);
  yield* nesting.open({ path: `${file.path}!/appended`, bytes: rest });
}

/** `data.json.gz` packs `data.json`, and `x.tgz` a tar archive. */
function unpackedName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/\.(?:gz|gzip)$/i, "").replace(/\.tgz$/i, ".tar");
}

function* insideOne(
  file: FileBytes,
  name: string,
  content: Inflated,
  nesting: Nesting,
  facts: ArchiveFacts,
): Generator<Content> {
  if (!nesting.budget.takeEntry()) return facts.add("archive-limit-reached", TOO_MANY);
  const inner = innerOf(file, name, facts);
  if (content.kind !== "bytes") return yield* refused(inner, content.kind, facts);
  if (content.broken === true) facts.add("archive-not-unpacked", "breaks off");
  nesting.budget.spend(content.bytes.length);
  yield* nesting.open({ path: inner.path, bytes: content.bytes });
}
