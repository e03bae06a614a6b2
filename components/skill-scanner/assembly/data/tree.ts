// What a configuration file says, whatever its format: keys and values, in maps and lists.

export const enum D {
  /** A key that has no value (yet). */
  Nothing,
  Map,
  List,
  /** A scalar: bytes from..to of the source, to be read as `spelling` says. */
  Text,
}

/** How a scalar is written. */
export const enum Spelling {
  Plain,
  /** In double quotes: backslash escapes. */
  Escaped,
  /** In YAML's single quotes: '' is '. */
  Doubled,
  /** A line of a Makefile: $$ is $, $(name) is unknown. */
  Make,
}

export class DataNode {
  next: DataNode | null = null;
  first: DataNode | null = null;
  last: DataNode | null = null;
  /** Its key in the source; empty for an element of a list. */
  keyFrom: i32 = 0;
  keyTo: i32 = 0;
  keySpelling: i32 = Spelling.Plain;
  to: i32 = 0;
  spelling: i32 = Spelling.Plain;
  /** Nodes of the rules' name tree that speak of this setting, exactly and by `*`; set by the walk. */
  setting: i32 = 0;
  anySetting: i32 = 0;
  /** `from` is where it begins, without its key. */
  constructor(public kind: i32, public parent: DataNode | null, public from: i32) {}

  child(i: i32): DataNode | null {
    let node = this.first;
    for (; node !== null && i > 0; i--) node = node.next;
    return node;
  }
}

/** Beyond so many values the rest of the file stays unread. */
const MAX_NODES: i32 = 500_000;

export class DataTree {
  /** A list of the documents in the file. */
  readonly root: DataNode = new DataNode(D.List, null, 0);
  /** Where reading was given up; -1 when all was read. */
  cutAt: i32 = -1;
  private count: i32 = 0;
  private keyFrom: i32 = 0;
  private keyTo: i32 = 0;
  private keySpelling: i32 = Spelling.Plain;

  get isFull(): bool { return this.cutAt >= 0; }

  /** The next node that is added gets this key. */
  key(from: i32, to: i32, spelling: i32): void {
    this.keyFrom = from;
    this.keyTo = to;
    this.keySpelling = spelling;
  }

  get hasKey(): bool { return this.keyTo > 0; }

  add(parent: DataNode, kind: i32, from: i32): DataNode {
    const node = new DataNode(kind, parent, from);
    node.keyFrom = this.keyFrom;
    node.keyTo = this.keyTo;
    node.keySpelling = this.keySpelling;
    this.key(0, 0, Spelling.Plain);
    const last = parent.last;
    if (last === null) parent.first = node;
    else last.next = node;
    parent.last = node;
    if (++this.count > MAX_NODES && this.cutAt < 0) this.cutAt = from;
    return node;
  }

  text(parent: DataNode, from: i32, to: i32, spelling: i32): DataNode {
    const node = this.add(parent, D.Text, from);
    node.to = to;
    node.spelling = spelling;
    return node;
  }
}
