// Whether two values say the same of what a program may hold.
import { Evaluator } from "./evaluator";
import { asFunction } from "./functions";
import { asNumber, asText, TextValue, V, Value } from "./value";

/** Texts longer than this are compared by where they lie. */
const MAX_COMPARED: i32 = 4096;

export function isSame(e: Evaluator, a: Value, b: Value): bool {
  if (a === b) return true;
  if (a.kind != b.kind || a.labels != b.labels || a.node != b.node || a.opened !== b.opened) return false;
  switch (a.kind) {
    case V.Unknown: case V.Path: case V.Constant: case V.Members: case V.Namespace: return true;
    case V.Number: return asNumber(a).number == asNumber(b).number;
    case V.Text: return isSameText(e, asText(a), asText(b));
    case V.Function: return asFunction(a).code === asFunction(b).code && asFunction(a).outer === asFunction(b).outer && asFunction(a).receiver === asFunction(b).receiver && asFunction(a).given === asFunction(b).given;
    default: return false;
  }
}

function isSameText(e: Evaluator, a: TextValue, b: TextValue): bool {
  if (a.length != b.length || a.isBytes != b.isBytes) return false;
  if (a.bytes === b.bytes && a.from == b.from) return true;
  return a.length <= MAX_COMPARED && e.texts.charge(a.length) && haveSameBytes(a, b);
}

export function haveSameBytes(a: TextValue, b: TextValue): bool {
  return a.length == b.length && memory.compare(changetype<usize>(a.bytes) + a.from, changetype<usize>(b.bytes) + b.from, a.length) == 0;
}
