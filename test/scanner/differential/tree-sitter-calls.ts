import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

const GRAMMAR = createRequire(import.meta.url).resolve("tree-sitter-python/tree-sitter-python.wasm");

/** `line:callee:arguments` of every call, as tree-sitter-python sees it. Never give it hostile input: 500,000 joined lines hang it. */
export async function treeSitterCalls(): Promise<(source: string) => string[]> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  return (source) => {
    const tree = parser.parse(source);
    if (tree === null) throw new Error("tree-sitter gave no tree");
    const calls = tree.rootNode.descendantsOfType("call").map(described);
    tree.delete();
    return calls;
  };
}

function described(call: Node): string {
  const callee = inner(field(call, "function"));
  return `${line(callee)}:${name(callee).normalize("NFKC")}:${argumentCount(field(call, "arguments"))}`;
}

function argumentCount(list: Node): number {
  if (list.type === "generator_expression") return 1;
  return list.namedChildren.filter((child) => !isExtra(child)).length;
}

function isExtra(node: Node): boolean {
  return node.type === "comment" || node.type === "line_continuation";
}

function line(callee: Node): number {
  switch (callee.type) {
    case "attribute":
      return field(callee, "attribute").startPosition.row + 1;
    case "call":
      return line(inner(field(callee, "function")));
    case "subscript":
      return line(inner(field(callee, "value")));
    default:
      return callee.startPosition.row + 1;
  }
}

function name(callee: Node): string {
  if (callee.type === "identifier") return callee.text;
  return callee.type === "attribute" ? field(callee, "attribute").text : "?";
}

/** Without parentheses around it. */
function inner(node: Node): Node {
  if (node.type !== "parenthesized_expression") return node;
  const child = node.namedChildren.find((candidate) => !isExtra(candidate));
  return child === undefined ? node : inner(child);
}

function field(node: Node, fieldName: string): Node {
  const child = node.childForFieldName(fieldName);
  if (child === null) throw new Error(`tree-sitter's ${node.type} has no ${fieldName}`);
  return child;
}
