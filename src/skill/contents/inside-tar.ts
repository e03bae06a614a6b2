import type { ArchiveFacts } from "./archive-facts.ts";
import { type Content, type FileBytes, skipped } from "./content.ts";
import { innerOf, link, MOST_ENTRIES, type Nesting, TOO_MANY } from "./entry.ts";
import { readTar } from "./tar.ts";

/** The entries of a tar archive. */
export function* insideTar(file: FileBytes, bytes: Buffer, nesting: Nesting, facts: ArchiveFacts): Generator<Content> {
  const { entries, whole } = readTar(bytes, MOST_ENTRIES);
  if (!whole) facts.add("archive-not-unpacked", "is a tar archive that is damaged");
  if (entries.length === MOST_ENTRIES) facts.add("archive-limit-reached", `has ${MOST_ENTRIES} entries or more`);
  for (const { kind, name, target, data } of entries) {
    if (kind === "folder") continue;
    if (!nesting.budget.takeEntry()) return facts.add("archive-limit-reached", TOO_MANY);
    const inner = innerOf(file, name, facts);
    if (kind === "link") yield* link(inner, name, target, facts);
    else if (kind === "special") yield skipped(inner, "device", "it is no file");
    else {
      nesting.budget.spend(data.length);
      yield* nesting.open({ path: inner.path, bytes: data });
    }
  }
}
