// What the author calls things around a call, for rules that ask what a thing is by its own author's word.
import { N, Node } from "./ast";
import { lower } from "./bytes";
import { Routine } from "./commands/shell";
import { Evaluator } from "./evaluator";
import { Frame } from "./functions";
import { addSteps } from "./steps";
import { TextValue } from "./value";

/** Functions around the call, and nodes of its arguments, that are looked at. */
const MAX_FRAMES: i32 = 4;
const MAX_NODES: i32 = 64;
/** Bytes of a shell's line. */
const LINE: i32 = 512;

const NEWLINE: i32 = 10;
const BLANK: i32 = 32;
const DOLLAR: i32 = 36;
const BRACE: i32 = 123;
const UNDERSCORE: i32 = 95;

/** The names as one text, in lower case, with `_` between the words of each and a blank behind it. */
export function namesAt(e: Evaluator, nodes: Node[] | null): TextValue {
  const names = new NameText(e);
  let frame: Frame | null = e.frame;
  for (let i = 0; i < MAX_FRAMES && frame !== null; i++) {
    const code = frame.called.code;
    names.add(code.node.sym);
    if (i == 0) names.addParameters(code.node.list!);
    if (code.owner !== null) names.add(code.owner!.symbol);
    frame = frame.outer !== null ? frame.outer : frame.caller;
  }
  if (e.classOf !== null) names.add(e.classOf!.symbol);
  if (nodes !== null) names.addAll(nodes);
  else if (e.shell !== null) names.addCommand(e.shell!.routine, e.at);
  return names.text;
}

class NameText {
  private readonly bytes: StaticArray<u8>;
  private end: i32 = 0;
  private left: i32 = MAX_NODES;

  constructor(private e: Evaluator) {
    this.bytes = e.world.called;
  }

  get text(): TextValue {
    addSteps(this.end >> 3);
    return new TextValue(this.bytes, 0, this.end);
  }

  addAll(nodes: Node[]): void {
    for (let i = 0; i < nodes.length && this.left > 0; i++) this.addNode(unchecked(nodes[i]));
  }

  addParameters(list: Node[]): void {
    for (let i = 0; i < list.length; i++) if (unchecked(list[i]).kind == N.Param) this.add(unchecked(list[i]).sym);
  }

  /** Of a shell: the function, and what stands behind a `$` on the line. */
  addCommand(routine: Routine | null, at: i32): void {
    if (routine !== null) this.add(routine.node.sym);
    const source = this.e.source;
    const end = min(source.length, at + LINE);
    let from = min(at, source.length); // a redirection begins behind its command
    while (from > 0 && from > at - LINE && unchecked(source[from - 1]) != NEWLINE) from--;
    addSteps((end - from) >> 3);
    let isVariable = false;
    for (let i = from; i < end && unchecked(source[i]) != NEWLINE && this.end + 2 < this.bytes.length; i++) {
      const byte = unchecked(source[i]) as i32;
      const isWord = isWordByte(byte);
      if (isVariable && isWord) this.put(lowered(byte));
      else if (isVariable && byte != BRACE) {
        this.put(BLANK);
        isVariable = false;
      }
      if (byte == DOLLAR) isVariable = true;
    }
  }

  private addNode(node: Node): void {
    if (--this.left < 0) return;
    addSteps(1);
    switch (node.kind) {
      case N.Name: this.add(node.sym); return;
      case N.Attr: this.add(node.sym); break;
      case N.Lambda: case N.Str: case N.Regex: return;
    }
    if (node.list !== null && node.kind < N.ExprStmt) this.addAll(node.list!);
    if (node.a !== null) this.addNode(node.a!);
    if (node.b !== null) this.addNode(node.b!);
  }

  add(symbol: i32): void {
    const name = unchecked(this.e.names.text[symbol]);
    if (name.length == 0 || this.end + name.length * 2 >= this.bytes.length) return;
    let isLower = false;
    for (let i = 0; i < name.length; i++) {
      const letter = name.charCodeAt(i);
      const small = lowered(letter);
      if (small != letter && isLower) this.put(UNDERSCORE);
      this.put(small);
      isLower = small == letter && isWordByte(letter) && letter != UNDERSCORE;
    }
    this.put(BLANK);
  }

  @inline private put(byte: i32): void { unchecked(this.bytes[this.end++] = byte as u8); }
}

function lowered(letter: i32): i32 {
  return min(lower(letter), 0x7f);
}

function isWordByte(byte: i32): bool {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte == UNDERSCORE;
}
