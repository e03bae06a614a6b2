/** A file as it was read, or taken out of another. */
export interface FileBytes {
  /** Within the skill, with `!/` before what is inside of a file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** When `bytes` are only its beginning: how many there are in all. */
  readonly size?: number;
}

/** What a file turns out to hold. */
export type Content = Text | Opaque | Bytecode | { readonly kind: "fact"; readonly path: string; readonly fact: Fact };

/** Of Python: whether its words are worth an analysis, its source decides. */
export interface Bytecode {
  readonly kind: "bytecode";
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** For the scanner. */
export interface Text {
  readonly kind: "text";
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Set when the bytes were made here, and are UTF-8 whatever they say of themselves. */
  readonly isUtf8?: true;
  /** Where its lines really stand, when it was put together from several places. */
  readonly sections?: readonly Section[];
  /** Words out of a binary, which stand beside each other by chance, and which nobody reads as a text. */
  readonly loose?: true;
}

/** From line `first` on, the text is that of `path`, whose line 1 this is. */
export interface Section {
  readonly first: number;
  readonly path: string;
}

/** Not for the scanner as it is; what of it is text follows by itself. */
export interface Opaque {
  readonly kind: "opaque";
  readonly path: string;
  /** `png image`, `zip archive`, `unknown binary`. */
  readonly format: string;
  /** `analysed`: all that there is to analyse was taken out. */
  readonly state: "analysed" | "partly" | "skipped";
  readonly reason?: string;
}

/** Something about a file that a reviewer should know, whatever its text says. */
export interface Fact {
  readonly rule: FactRule;
  /** A clause that goes on after "the file"; of `file-kind-not-analysed`, the kind. */
  readonly what: string;
  /** What it rests on. */
  readonly evidence: Uint8Array;
}

export type FactRule =
  | "active-document"
  | "appended-data"
  | "archive-encrypted"
  | "archive-entry-leads-out"
  | "archive-inconsistent"
  | "archive-limit-reached"
  | "archive-link"
  | "archive-not-unpacked"
  | "bytecode-shipped"
  | "disguised-program"
  | "file-kind-not-analysed"
  | "file-too-large"
  | "misnamed-file"
  | "pickle-shipped"
  | "polyglot-file"
  | "program-shipped";

export function text(path: string, bytes: Uint8Array): Text {
  return { kind: "text", path, bytes };
}

export function opaque({ path }: FileBytes, format: string, state: Opaque["state"], reason?: string): Opaque {
  return { kind: "opaque", path, format, state, ...(reason === undefined ? {} : { reason }) };
}

export function skipped(file: FileBytes, format: string, reason: string): Opaque {
  return opaque(file, format, "skipped", reason);
}

export function fact({ path, bytes }: FileBytes, rule: FactRule, what: string): Content {
  return { kind: "fact", path, fact: { rule, what, evidence: bytes } };
}
