// Trees as text, for tests. Written to a growing buffer: strings joined in an arena would cost the square of their
// number.
import { Node, N } from "./ast";
import { Names } from "./python/names";

export class TextWriter {
  private bytes: StaticArray<u8> = new StaticArray<u8>(1 << 16);
  length: i32 = 0;

  get address(): usize { return changetype<usize>(this.bytes); }

  add(s: string): void {
    const room = s.length * 3;
    if (this.length + room > this.bytes.length) this.grow(room);
    this.length += String.UTF8.encodeUnsafe(changetype<usize>(s), s.length, this.address + this.length) as i32;
  }

  private grow(room: i32): void {
    const bigger = new StaticArray<u8>(this.bytes.length * 2 + room);
    memory.copy(changetype<usize>(bigger), this.address, this.length);
    this.bytes = bigger;
  }
}

/** Each call as `line:callee:arguments`; the callee is the last name, or ? when it has none. */
export function writeCalls(root: Node, names: Names, out: TextWriter): void {
  const stack: Node[] = [root];
  while (stack.length > 0) {
    const n = stack.pop();
    if (n.kind == N.Call) {
      const callee = n.a!;
      const named = callee.kind == N.Name || callee.kind == N.Attr;
      const name = named ? names.text[callee.sym] : "?";
      out.add(n.line.toString() + ":" + name + ":" + n.list!.length.toString() + "\n");
    }
    pushChildren(n, stack, null, 0);
  }
}

/** Each node as `depth role kind op line start end name`, tabs between; the role is a, b, or `-` in a list. */
export function writeTree(root: Node, names: Names, out: TextWriter): void {
  const stack: Node[] = [root], places: i32[] = [0];
  while (stack.length > 0) {
    const n = stack.pop(), place = places.pop();
    out.add((place >> 2).toString() + "\t" + "-ab".charAt(place & 3) + "\t");
    out.add([n.kind, n.op, n.line, n.start, n.end].join("\t") + "\t" + names.text[n.sym] + "\n");
    pushChildren(n, stack, places, (place >> 2) + 1);
  }
}

function pushChildren(n: Node, stack: Node[], places: i32[] | null, depth: i32): void {
  const l = n.list;
  if (l !== null) for (let i = l.length - 1; i >= 0; i--) push(l[i], stack, places, depth << 2);
  if (n.b !== null) push(n.b!, stack, places, depth << 2 | 2);
  if (n.a !== null) push(n.a!, stack, places, depth << 2 | 1);
}

function push(n: Node, stack: Node[], places: i32[] | null, place: i32): void {
  stack.push(n);
  if (places !== null) places.push(place);
}
