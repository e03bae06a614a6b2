import type { Case, Labelled, WitType } from "../engine/wasm/wit-type.ts";
import type { Cursor } from "./cursor.ts";
import { isTagged, type JsValue, jsName } from "./js-shape.ts";
import { expectCase, expectLabel, takeKeyword } from "./labels.ts";
import { isIntegerKind, parseFloat64, parseInteger } from "./numbers.ts";
import { parseChar, parseString } from "./strings.ts";
import { typeText } from "./wit-text.ts";

/**
 * Takes a value of a type: the text format of https://docs.rs/wasm-wave, read with the type in hand.
 *
 * @returns the value as the generated glue takes it
 * @throws SandboxError `usage` when something else comes next
 */
export function parseValue(cursor: Cursor, type: WitType): JsValue {
  const { kind } = type;
  if (isIntegerKind(kind)) return parseInteger(cursor, kind);
  switch (kind) {
    case "f32":
    case "f64":
      return parseFloat64(cursor, kind);
    case "bool":
      return parseBool(cursor);
    case "char":
      return parseChar(cursor);
    case "string":
      return parseString(cursor);
    case "list":
      return parseList(cursor, type.of);
    case "tuple":
      return parseTuple(cursor, type.items, typeText(type));
    case "record":
      return parseRecord(cursor, type.fields);
    case "variant":
      return parseVariant(cursor, type.cases);
    case "enum":
      return expectCase(cursor, type.names, "a case");
    case "flags":
      return parseFlags(cursor, type.names);
    case "option":
      return parseOption(cursor, type);
    case "result":
      return parseResult(cursor, type.ok, type.err);
    default:
      throw cursor.fault("a handle of a resource has no text");
  }
}

function parseBool(cursor: Cursor): boolean {
  if (takeKeyword(cursor, "true")) return true;
  if (takeKeyword(cursor, "false")) return false;
  throw cursor.fault(`expected a bool (true or false), found ${cursor.found()}`);
}

function parseList(cursor: Cursor, of: WitType): JsValue[] {
  cursor.expect("[", 'a list, as "[...]"');
  const items: JsValue[] = [];
  separated(cursor, "]", () => items.push(parseValue(cursor, of)));
  return items;
}

function parseTuple(cursor: Cursor, types: readonly WitType[], what: string): JsValue[] {
  cursor.expect("(", `${what}, as "(...)"`);
  const items: JsValue[] = [];
  separated(cursor, ")", () => {
    const type = types[items.length];
    if (type === undefined) throw cursor.fault(`expected ")": ${what} has ${types.length} values`);
    items.push(parseValue(cursor, type));
  });
  if (items.length === types.length) return items;
  throw cursor.fault(`${what} has ${types.length} values, not ${items.length}`, cursor.at - 1);
}

/** Takes items up to the closing token; a comma may stand after the last. */
export function separated(cursor: Cursor, close: string, item: () => void): void {
  while (!cursor.take(close)) {
    item();
    if (cursor.take(",")) continue;
    cursor.expect(close, `"," or "${close}"`);
    return;
  }
}

function parseRecord(cursor: Cursor, fields: readonly Labelled[]): JsValue {
  cursor.expect("{", 'a record, as "{field: value}"');
  const found = new Map<string, JsValue>();
  if (cursor.take(":")) cursor.expect("}");
  else separated(cursor, "}", () => parseField(cursor, fields, found));
  return Object.fromEntries(fields.map((field) => [jsName(field.name), fieldValue(cursor, field, found)]));
}

function parseField(cursor: Cursor, fields: readonly Labelled[], found: Map<string, JsValue>): void {
  cursor.skip();
  const start = cursor.at;
  const names = fields.map(({ name }) => name);
  const name = expectLabel(cursor, names, "a field");
  const type = fields[names.indexOf(name)]?.type;
  if (found.has(name)) throw cursor.fault(`the field ${name} is there twice`, start);
  cursor.expect(":");
  if (type !== undefined) found.set(name, parseValue(cursor, type));
}

/** A field that may be none may also be left out. */
function fieldValue(cursor: Cursor, { name, type }: Labelled, found: ReadonlyMap<string, JsValue>): JsValue {
  if (found.has(name)) return found.get(name);
  if (type.kind === "option") return none(type);
  throw cursor.fault(`the field ${name} (${typeText(type)}) is missing`, cursor.at - 1);
}

function parseVariant(cursor: Cursor, cases: readonly Case[]): JsValue {
  const names = cases.map(({ name }) => name);
  const tag = expectCase(cursor, names, "a case");
  const type = cases[names.indexOf(tag)]?.type;
  return type === undefined ? { tag } : { tag, val: parsePayload(cursor, tag, type) };
}

function parsePayload(cursor: Cursor, name: string, type: WitType): JsValue {
  cursor.expect("(", `"(": ${name} holds a ${typeText(type)}`);
  const value = parseValue(cursor, type);
  cursor.expect(")");
  return value;
}

function parseFlags(cursor: Cursor, names: readonly string[]): JsValue {
  cursor.expect("{", 'flags, as "{flag, flag}"');
  const found = new Set<string>();
  separated(cursor, "}", () => {
    cursor.skip();
    const start = cursor.at;
    const name = expectLabel(cursor, names, "a flag");
    if (found.has(name)) throw cursor.fault(`the flag ${name} is there twice`, start);
    found.add(name);
  });
  return Object.fromEntries(names.map((name) => [jsName(name), found.has(name)]));
}

type OptionType = WitType & { readonly kind: "list" | "option" };

function parseOption(cursor: Cursor, type: OptionType): JsValue {
  if (takeKeyword(cursor, "none")) return none(type);
  if (takeKeyword(cursor, "some")) return some(type, parsePayload(cursor, "some", type.of));
  if (isFlat(type.of)) return some(type, parseValue(cursor, type.of));
  throw cursor.fault(`expected some(...) or none for ${typeText(type)}, found ${cursor.found()}`);
}

/** The value of an option that is left out. */
export function none(type: OptionType): JsValue {
  return isTagged(type) ? { tag: "none" } : undefined;
}

function some(type: OptionType, val: JsValue): JsValue {
  return isTagged(type) ? { tag: "some", val } : val;
}

function parseResult(cursor: Cursor, ok: WitType | undefined, err: WitType | undefined): JsValue {
  for (const [tag, type] of [["ok", ok] as const, ["err", err] as const]) {
    if (takeKeyword(cursor, tag)) return { tag, val: type === undefined ? undefined : parsePayload(cursor, tag, type) };
  }
  if (ok !== undefined && isFlat(ok)) return { tag: "ok", val: parseValue(cursor, ok) };
  throw cursor.fault(`expected ok or err, found ${cursor.found()}`);
}

/** `some` and `ok` may be left out where what is inside cannot be taken for one of them. */
function isFlat({ kind }: WitType): boolean {
  return kind !== "option" && kind !== "result";
}
