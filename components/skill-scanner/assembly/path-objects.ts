// Paths as objects with methods of their own, and the user's folder, by whatever name a program asks for it.
import { Evaluator, labelsOf } from "./evaluator";
import { copyOf } from "./fold";
import { NODE_PATH_OBJECT } from "./tables";
import { asText, TextValue, V, Value } from "./value";

export function asPathObject(e: Evaluator, value: Value, labels: u64): Value {
  if (value.kind != V.Text) return e.path(NODE_PATH_OBJECT, labels | labelsOf(value));
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  copy.node = NODE_PATH_OBJECT;
  return copy;
}

export function homeFolder(e: Evaluator, labels: u64, place: i32): Value {
  return asPathObject(e, homeText(e, labels, place), labels);
}

export function homeText(e: Evaluator, labels: u64, place: i32): Value {
  const text = e.texts.appendByte(e.texts.empty(), 126, place);
  if (text === null) return e.labelled(labels);
  text.labels |= labels;
  return text;
}

const HOME: usize = memory.data<u8>([72, 79, 77, 69]);
const USERPROFILE: usize = memory.data<u8>([85, 83, 69, 82, 80, 82, 79, 70, 73, 76, 69]);

export function isHome(name: TextValue): bool {
  const bytes = changetype<usize>(name.bytes) + name.from;
  return (name.length == 4 && memory.compare(bytes, HOME, 4) == 0) || (name.length == 11 && memory.compare(bytes, USERPROFILE, 11) == 0);
}
