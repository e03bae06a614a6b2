import type { Case, ExportedFunction, FunctionType, Labelled, WitType } from "../engine/wasm/wit-type.ts";

/** A function as WIT declares it: `add: func(a: u8, b: u8) -> u8`; longer text than `MAX_TEXT` is cut. */
export function signatureText({ name, ...type }: Pick<ExportedFunction, keyof FunctionType | "name">): string {
  return cut(`${escaped(name)}: ${functionText(type, roomFor(MAX_TEXT))}`);
}

/** The signature behind the name by which `--invoke` calls the function. */
export function invocableText(found: ExportedFunction): string {
  return found.interface === undefined ? signatureText(found) : `${found.interface}#${signatureText(found)}`;
}

/** The declarations of all named types that the functions use, each once, a type before those that use it. */
export function declarationsText(functions: readonly FunctionType[]): string[] {
  const found = new Map<WitType, string>();
  const seen = new Set<WitType>();
  for (const { parameters, result } of functions) {
    for (const { type } of parameters) collect(type, seen, found);
    collect(result, seen, found);
  }
  return [...new Set(found.values())];
}

/** A type where it is used: by its name when it has one, else spelt out. */
export function typeText(type: WitType): string {
  return cut(useText(type, roomFor(MAX_TEXT)));
}

/** One type may stand for exponentially much text: it is shared in memory, but not on a line. */
const MAX_TEXT = 2000;

interface Room {
  left: number;
}

function roomFor(left: number): Room {
  return { left };
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}

function collect(type: WitType | undefined, seen: Set<WitType>, found: Map<WitType, string>): void {
  if (type === undefined || seen.has(type)) return;
  seen.add(type);
  for (const part of partsOf(type)) collect(part, seen, found);
  if (isDeclared(type)) found.set(type, cut(declarationText(type, roomFor(MAX_TEXT))));
}

/** The types directly inside a type. */
export function partsOf(type: WitType): readonly (WitType | undefined)[] {
  switch (type.kind) {
    case "list":
    case "option":
    case "own":
    case "borrow":
      return [type.of];
    case "record":
      return type.fields.map((field) => field.type);
    case "variant":
      return type.cases.map((one) => one.type);
    case "tuple":
      return type.items;
    case "result":
      return [type.ok, type.err];
    default:
      return [];
  }
}

/** Only these need a name in WIT; an alias of another type says more when it is spelt out. */
const DECLARED: ReadonlySet<string> = new Set(["record", "variant", "enum", "flags", "resource"]);

function isDeclared(type: WitType): type is WitType & { readonly name: string } {
  return type.name !== undefined && DECLARED.has(type.kind);
}

function declarationText(type: WitType & { readonly name: string }, room: Room): string {
  const body = bodyText(type, room);
  return `${type.kind} ${escaped(type.name)}${body === "" ? "" : ` ${body}`}`;
}

function functionText({ parameters, result }: FunctionType, room: Room): string {
  const head = `func(${joined(parameters, room, labelledText)})`;
  return result === undefined ? head : `${head} -> ${useText(result, room)}`;
}

function useText(type: WitType, room: Room): string {
  const text = room.left <= 0 ? "…" : isDeclared(type) ? escaped(type.name) : spelt(type, room);
  room.left -= text.length;
  return text;
}

function spelt(type: WitType, room: Room): string {
  switch (type.kind) {
    case "list":
    case "option":
    case "borrow":
      return `${type.kind}<${useText(type.of, room)}>`;
    case "own":
      return useText(type.of, room);
    case "tuple":
      return `tuple<${joined(type.items, room, useText)}>`;
    case "result":
      return resultText(type.ok, type.err, room);
    case "record":
    case "variant":
    case "enum":
    case "flags":
      return `${type.kind} ${bodyText(type, room)}`;
    default:
      return type.kind;
  }
}

function bodyText(type: WitType, room: Room): string {
  switch (type.kind) {
    case "record":
      return `{ ${joined(type.fields, room, labelledText)} }`;
    case "variant":
      return `{ ${joined(type.cases, room, caseText)} }`;
    case "enum":
    case "flags":
      return `{ ${joined(type.names, room, escaped)} }`;
    default:
      return "";
  }
}

function resultText(ok: WitType | undefined, err: WitType | undefined, room: Room): string {
  if (err === undefined) return ok === undefined ? "result" : `result<${useText(ok, room)}>`;
  const first = ok === undefined ? "_" : useText(ok, room);
  return `result<${first}, ${useText(err, room)}>`;
}

function labelledText({ name, type }: Labelled, room: Room): string {
  return `${escaped(name)}: ${useText(type, room)}`;
}

function caseText({ name, type }: Case, room: Room): string {
  return type === undefined ? escaped(name) : `${escaped(name)}(${useText(type, room)})`;
}

function joined<T>(items: readonly T[], room: Room, textOf: (item: T, room: Room) => string): string {
  const texts: string[] = [];
  for (const item of items) {
    if (room.left <= 0) return [...texts, "…"].join(", ");
    const text = textOf(item, room);
    room.left -= text.length;
    texts.push(text);
  }
  return texts.join(", ");
}

function escaped(name: string): string {
  return KEYWORDS.has(name) ? `%${name}` : name;
}

/** https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#keywords */
const KEYWORDS: ReadonlySet<string> = new Set(
  `as async bool borrow char constructor enum export f32 f64 flags from func future import include interface list own
  option package record resource result s16 s32 s64 s8 static stream string tuple type u16 u32 u64 u8 use variant with
  world`.split(/\s+/),
);
