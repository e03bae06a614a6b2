import type { ArchiveFacts } from "./archive-facts.ts";
import { type Content, type FileBytes, skipped, text } from "./content.ts";
import { innerOf, label, link, MOST_ENTRIES, type Nesting, refused, TOO_MANY } from "./entry.ts";
import { isOffice, officePart, officeText } from "./office.ts";
import { openEntry, readZip, type ZipEntry } from "./zip.ts";

/** The entries of a zip archive, or the texts of an Office document. */
export function* insideZip(file: FileBytes, bytes: Buffer, nesting: Nesting, facts: ArchiveFacts): Generator<Content> {
  const zip = readZip(bytes, MOST_ENTRIES);
  if (zip === undefined) return facts.add("archive-not-unpacked", "is a zip archive that cannot be read");
  for (const oddity of zip.oddities) facts.add("archive-inconsistent", `is a zip archive in which ${oddity}`);
  if (zip.start > 0 && bytes.toString("latin1", 0, 2) === "PK")
    facts.add("polyglot-file", "is two zip archives, one before the other");
  if (zip.count > zip.entries.length) facts.add("archive-limit-reached", `has ${zip.count} entries`);
  const office = isOffice(zip.entries.map(({ name }) => name));
  for (const entry of zip.entries) {
    if (entry.kind === "folder") continue;
    if (!nesting.budget.takeEntry()) return facts.add("archive-limit-reached", TOO_MANY);
    yield* office ? insideOffice(file, entry, nesting, facts) : zipEntry(file, entry, nesting, facts);
  }
}

function* zipEntry(file: FileBytes, entry: ZipEntry, nesting: Nesting, facts: ArchiveFacts): Generator<Content> {
  const inner = innerOf(file, entry.name, facts);
  if (entry.encrypted) {
    facts.add("archive-encrypted", `has an encrypted entry: ${label(entry.name)}`);
    return yield skipped(inner, "encrypted entry", "it is encrypted");
  }
  const opened = openWithin(entry, nesting);
  if (opened.kind !== "bytes") return yield* refused(inner, opened.kind, facts);
  if ("broken" in opened) facts.add("archive-not-unpacked", `has an entry that breaks off: ${label(entry.name)}`);
  if (entry.kind === "link") {
    const target = Buffer.from(opened.bytes).toString("utf8");
    yield* link(inner, entry.name, target, facts);
    if (!MORE_THAN_A_PATH.test(target)) return;
  }
  yield* nesting.open({ path: inner.path, bytes: opened.bytes });
}

/** Readers without links, Python's among them, write what would be the target into a file. */
const MORE_THAN_A_PATH = /[\s(){};|&$`'"<>=]/;

function openWithin(entry: ZipEntry, { budget }: Nesting) {
  const room = budget.roomFor(entry.packedBytes);
  const opened = openEntry(entry, room);
  // What does not fit, or breaks off, has cost as much as what fits.
  budget.spend(opened.kind === "bytes" ? opened.bytes.length : room);
  return opened;
}

function* insideOffice(file: FileBytes, entry: ZipEntry, nesting: Nesting, facts: ArchiveFacts): Generator<Content> {
  const part = officePart(entry.name);
  if (part === "code") facts.add("active-document", `is a document with macros: ${label(entry.name)}`);
  if (part !== "text" && part !== "links") {
    return yield* zipEntry(file, entry, nesting, facts);
  }
  const opened = openWithin(entry, nesting);
  if (opened.kind !== "bytes") return yield* refused(innerOf(file, entry.name, facts), opened.kind, facts);
  const xml = Buffer.from(opened.bytes);
  const inner = innerOf(file, part === "text" ? `${entry.name}.txt` : entry.name, facts);
  yield text(inner.path, part === "text" ? Buffer.from(officeText(xml), "utf8") : xml);
}
