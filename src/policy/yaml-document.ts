import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";

/** Something that is wrong in a file, and where. */
export interface Problem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface YamlDocument {
  /** `null` for an empty file. Shared parts are shared, and may be circular. */
  readonly value: unknown;
  /** The line of a key or an item, 1-based; of a path that leads nowhere, of its last part that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The most that aliases may multiply a document. */
const MAX_ALIASES = 100;

/**
 * YAML 1.2 with the core schema, so JSON too. What could mean something else to another reader is a problem: tags,
 * keys that are not text, two keys of one name, several documents.
 */
export function readYaml(text: string): YamlDocument | readonly Problem[] {
  if (isNestedDeeply(text)) return [{ line: 1, message: "lists and mappings are nested too deeply" }];
  const lines = new LineCounter();
  // The library compares each key with all before it, and takes minutes for a hostile file: see `oddities`.
  const options = { ...STRICT, lineCounter: lines, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const wrong = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    line: lineAt(pos[0]),
    message: code === "MULTIPLE_DOCS" ? "a second document starts here, and a file holds one document only" : message,
  }));
  if (wrong.length > 0) return wrong;
  const odd = oddities(document, lineAt);
  if (odd.length > 0) return odd;
  return read(document, (path) => lineAt(offsetOf(document, path)));
}

/** Deeper than anything that means something here; the library goes down by recursion, and takes seconds to come up. */
const MAX_DEPTH = 100;

function isNestedDeeply(text: string): boolean {
  if (text.includes("- ".repeat(MAX_DEPTH))) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const STRICT = {
  version: "1.2",
  schema: "core",
  merge: false,
  strict: true,
  stringKeys: true,
  prettyErrors: false,
} as const;

function oddities(document: Document, lineAt: (offset: number) => number): Problem[] {
  const found: Problem[] = [];
  const complain = (node: Node | null | undefined, message: string) =>
    found.push({ line: lineAt(node?.range?.[0] ?? 0), message });
  visit(document, {
    Node(_key, node) {
      if ("tag" in node && node.tag !== undefined) complain(node, `a tag (${node.tag}) has no meaning here`);
    },
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : undefined;
        if (typeof name !== "string") complain(key as Node, "a key must be a text");
        if (seen.has(name)) complain(key as Node, `the key ${JSON.stringify(name)} is there twice`);
        seen.add(name);
      }
    },
  });
  return found;
}

function read(document: Document, lineOf: YamlDocument["lineOf"]): YamlDocument | readonly Problem[] {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), lineOf };
  } catch (error) {
    // The library's word for aliases that multiply, and for one without its anchor.
    if (!(error instanceof ReferenceError)) throw error;
    return [{ line: 1, message: error.message }];
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
