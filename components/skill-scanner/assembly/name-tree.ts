// Lookups in the static tables: which names and dotted paths do the rules speak of?
import { listEnd, listStart } from "./lists";
import {
  EDGE_FROM, EDGE_MASK, EDGE_NAME, EDGE_SLOTS, EDGE_TO, NAME_BYTES, NAME_BYTES_AT, NAME_MASK, NAME_SLOTS, NODE_IS_MODULE, NODE_OTHER_MODULE,
} from "./tables";

/** Number of a name that the rules use, 0 for any other. */
export function nameOf(bytes: usize, length: i32): i32 {
  let hash: u32 = 2166136261;
  for (let i = 0; i < length; i++) hash = (hash ^ (load<u8>(bytes + i) as u32)) * 16777619;
  let slot = (hash as i32) & NAME_MASK;
  let name = load<u16>(NAME_SLOTS + (slot << 1)) as i32;
  while (name != 0 && !isName(name, bytes, length)) {
    slot = (slot + 1) & NAME_MASK;
    name = load<u16>(NAME_SLOTS + (slot << 1)) as i32;
  }
  return name;
}

function isName(name: i32, bytes: usize, length: i32): bool {
  const start = listStart(NAME_BYTES_AT, name);
  const end = listEnd(NAME_BYTES_AT, name);
  return end - start == length && memory.compare(NAME_BYTES + start, bytes, length) == 0;
}

/** Number of an identifier's text, which is ASCII or no name of ours. */
export function nameOfString(text: string): i32 {
  const length = text.length;
  if (length > 64) return 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return 0;
    store<u8>(scratch + i, code as u8);
  }
  return nameOf(scratch, length);
}
const scratch: usize = memory.data(64);

/** The member `name` of a node, 0 when no rule speaks of it. */
export function childOf(node: i32, name: i32): i32 {
  if (name == 0) return 0;
  let slot = edgeHash(node, name) & EDGE_MASK;
  let edge = edgeAt(slot);
  while (edge != 0 && !isEdge(edge, node, name)) {
    slot = (slot + 1) & EDGE_MASK;
    edge = edgeAt(slot);
  }
  return load<u16>(EDGE_TO + edge) as i32; // edge 0 leads to node 0
}

/** Offset of the edge in its tables. */
// @ts-ignore: decorator
@inline function edgeAt(slot: i32): i32 {
  return (load<u16>(EDGE_SLOTS + (slot << 1)) as i32) << 1;
}

// @ts-ignore: decorator
@inline function isEdge(edge: i32, node: i32, name: i32): bool {
  return (load<u16>(EDGE_FROM + edge) as i32) == node && (load<u16>(EDGE_NAME + edge) as i32) == name;
}

// @ts-ignore: decorator
@inline function edgeHash(node: i32, name: i32): i32 {
  return (((node * 4099 + name) as u32) * 0x9e3779b1 >> 12) as i32;
}

/** A member of a module, or a module that it imported and thereby offers: `tempfile._os`. */
export function memberOf(node: i32, name: i32): i32 {
  const child = childOf(node, name);
  return child != 0 || !isModule(node) ? child : childOf(NODE_OTHER_MODULE, name);
}

function isModule(node: i32): bool {
  return node != 0 && load<u8>(NODE_IS_MODULE + node) != 0;
}

/** The node of a dotted module name, NODE_OTHER_MODULE when no rule speaks of it. */
export function moduleOf(bytes: usize, length: i32): i32 {
  let node = 0;
  let from = 0;
  while (from <= length) {
    let to = from;
    while (to < length && load<u8>(bytes + to) != 46) to++;
    node = childOf(node, nameOf(bytes + from, to - from));
    if (node == 0) return NODE_OTHER_MODULE;
    from = to + 1;
  }
  return node;
}
