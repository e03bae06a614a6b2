import { Buffer } from "node:buffer";

export interface Edit {
  readonly kind: "set" | "flip" | "remove" | "double" | "number" | "dropSection" | "doubleSection" | "swapSections";
  /** Taken modulo what there is. */
  readonly at: number;
  readonly length: number;
  readonly value: number;
}

/** The bytes after these changes, one after the other. */
export function applyEdits(original: Uint8Array, edits: readonly Edit[]): Uint8Array<ArrayBuffer> {
  return edits.reduce((bytes, edit) => apply(bytes, edit), new Uint8Array(original));
}

function apply(bytes: Uint8Array<ArrayBuffer>, { kind, at, length, value }: Edit): Uint8Array<ArrayBuffer> {
  const start = at % Math.max(bytes.length, 1);
  const [before, part, after] = [
    bytes.slice(0, start),
    bytes.slice(start, start + length),
    bytes.slice(start + length),
  ];
  switch (kind) {
    case "set":
      return joined(before, [value & 255], bytes.slice(start + 1));
    case "flip":
      return joined(before, [(bytes[start] ?? 0) ^ (1 << (value & 7))], bytes.slice(start + 1));
    case "remove":
      return joined(before, after);
    case "double":
      return joined(before, part, part, after);
    case "number":
      return joined(before, leb(value), bytes.slice(start + 1));
    default:
      return withSections(bytes, (sections) => changed(sections, kind, at, value));
  }
}

function changed(
  sections: readonly Uint8Array[],
  kind: Edit["kind"],
  at: number,
  value: number,
): readonly Uint8Array[] {
  const [index, other] = [at % sections.length, value % sections.length];
  const [one, two] = [sections[index] ?? new Uint8Array(), sections[other] ?? new Uint8Array()];
  if (kind === "dropSection") return sections.toSpliced(index, 1);
  if (kind === "doubleSection") return sections.toSpliced(other, 0, one);
  return sections.with(index, two).with(other, one);
}

function withSections(
  bytes: Uint8Array<ArrayBuffer>,
  change: (sections: readonly Uint8Array[]) => readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(bytes);
  return sections.length === 0 ? bytes : joined(bytes.slice(0, 8), ...change(sections));
}

/** Whole sections behind the preamble, as far as they can be made out. */
function sectionsOf(bytes: Uint8Array): Uint8Array[] {
  const sections: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; ) {
    const end = sectionEnd(bytes, at);
    sections.push(bytes.slice(at, end));
    at = end;
  }
  return sections;
}

function sectionEnd(bytes: Uint8Array, start: number): number {
  let [length, scale, at] = [0, 1, start + 1];
  for (; at < bytes.length; at += 1, scale *= 128) {
    const byte = bytes[at] ?? 0;
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return at + 1 + length;
}

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(Math.floor(value / 128))];
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}
