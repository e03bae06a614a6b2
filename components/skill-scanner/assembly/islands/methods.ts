// Methods of texts and lists in the languages that are read as islands. What is not worked out here gives null: only labels remain.
import { bind } from "../assignment";
import { N, Node } from "../ast";
import { decodeBase64, decodedLength } from "../decode";
import { Coding, withCoding } from "../codings";
import { Evaluator } from "../evaluator";
import { appendValue, join, MAX_ITEMS, reversed, withLabels } from "../fold";
import { method } from "../methods";
import { joinPaths } from "../operators";
import { IslandMethod, Method, NODE_CODE_PROGRAM, NODE_CODE_SHELL, NODE_PATH_OBJECT } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { programMethod, started } from "./programs";

export function islandMethod(e: Evaluator, name: i32, receiver: Value, attr: Node, base: i32, place: i32): Value | null {
  if (receiver.kind == V.Text) return textMethod(e, name, asText(receiver), attr.a!, base, place);
  if (receiver.kind != V.List) return null;
  if (receiver.node == NODE_CODE_PROGRAM) {
    const known = programMethod(e, name, receiver, attr.a!, base, place);
    if (known !== null) return known;
  }
  return listMethod(e, name, receiver, attr.a!, base, place);
}

function textMethod(e: Evaluator, name: i32, text: TextValue, owner: Node, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (name) {
    case IslandMethod.same: return text;
    case IslandMethod.resolve: if (text.node != NODE_PATH_OBJECT || count == 0) return null; return joinPaths(e, text, first, true, place);
    case IslandMethod.joined: return text.node == NODE_PATH_OBJECT && count > 0 ? joinPaths(e, text, first, true, place) : null;
    case IslandMethod.lower: return method(e, Method.lower, text, e.values.length, place);
    case IslandMethod.upper: return method(e, Method.upper, text, e.values.length, place);
    case IslandMethod.replace: return count >= 2 ? replaced(e, text, base, place) : null;
    case IslandMethod.split: return count >= 1 ? method(e, Method.split, text, base, place) : null;
    case IslandMethod.reverse: return text.isAscii ? reversed(e, text, place) : null;
    case IslandMethod.concat: return count == 1 ? appendValue(e, text, first, place) : null;
    case IslandMethod.append: return appended(e, text, owner, base, place);
    case IslandMethod.decode: return fromBase64(e, text, place);
    case IslandMethod.execute: return executed(e, text, place);
    default: return null;
  }
}

function replaced(e: Evaluator, text: TextValue, base: i32, place: i32): Value | null {
  const end = e.values.length;
  e.values.push(e.values.at(base));
  e.values.push(e.values.at(base + 1));
  const result = method(e, Method.replace, text, end, place);
  e.values.length = end;
  return result;
}

/** A text that grows: its variable holds the longer one from then on. */
function appended(e: Evaluator, text: TextValue, owner: Node, base: i32, place: i32): Value | null {
  let longer: TextValue | null = text;
  for (let i = base; i < e.values.length && longer !== null; i++) longer = appendValue(e, longer, e.values.at(i), place);
  if (longer !== null && owner.kind == N.Name) bind(e, owner.sym, longer);
  return longer;
}

function fromBase64(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length)) return null;
  const bytes = decodeBase64(text);
  if (bytes === null) return null;
  const made = e.texts.made(bytes, decodedLength, place, text);
  made.codings = withCoding(text.codings, Coding.Base64);
  return made;
}

/** Groovy's `"command".execute()`, Scala's `"command".!` */
function executed(e: Evaluator, value: Value, place: i32): Value {
  const end = e.values.length;
  e.values.push(value);
  const result = started(e, e.path(NODE_CODE_SHELL, 0), null, end, place);
  e.values.length = end;
  return result;
}

function listMethod(e: Evaluator, name: i32, list: Value, owner: Node, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  switch (name) {
    case IslandMethod.same: return list;
    case IslandMethod.joined: {
      const by = count > 0 && e.values.at(base).kind == V.Text ? asText(e.values.at(base)) : e.texts.empty();
      return join(e, by, asItems(list).items, place);
    }
    case IslandMethod.execute: return executed(e, list, place);
    case IslandMethod.append: {
      if (count != 1 || asItems(list).count >= MAX_ITEMS) return null;
      const longer = asItems(list).appended(e.values.at(base), e.texts);
      if (owner.kind == N.Name) bind(e, owner.sym, longer);
      return longer;
    }
    case IslandMethod.reverse: return e.texts.charge(asItems(list).count * 4) ? withLabels(list, list.labels) : null;
    default: return null;
  }
}
