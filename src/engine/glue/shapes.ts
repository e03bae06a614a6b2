import { child, childrenOf, type Node } from "./node.ts";

/**
 * Looks for anything in a tree that the generator does not write.
 *
 * @returns the first such node and what is wrong with it; undefined when there is none
 */
export function strangeShape(program: Node, text: string): Strange | undefined {
  const open = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const what = strangeness(node, text);
    if (what !== undefined) return { node, what };
    open.push(...childrenOf(node));
  }
  return undefined;
}

export interface Strange {
  readonly node: Node;
  readonly what: string;
}

/** Names that lead from a value to the function constructor or to an object's inheritance. */
const WAYS_OUT: ReadonlySet<unknown> = new Set([
  "constructor",
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

/** Every type of node in the generator's output for a world with every WIT type and every WASI 0.2 interface. */
const TYPES: ReadonlySet<string> = new Set(
  `Program BlockStatement ExpressionStatement EmptyStatement IfStatement SwitchStatement SwitchCase ForStatement
  ForOfStatement WhileStatement DoWhileStatement BreakStatement ContinueStatement LabeledStatement ReturnStatement
  ThrowStatement TryStatement CatchClause VariableDeclaration VariableDeclarator FunctionDeclaration ClassDeclaration
  ClassBody MethodDefinition PropertyDefinition FunctionExpression ArrowFunctionExpression Identifier PrivateIdentifier
  Literal TemplateLiteral TemplateElement ArrayExpression ObjectExpression Property SpreadElement MemberExpression
  ChainExpression CallExpression NewExpression UnaryExpression UpdateExpression BinaryExpression LogicalExpression
  AssignmentExpression ConditionalExpression SequenceExpression AwaitExpression YieldExpression ThisExpression
  MetaProperty ObjectPattern ArrayPattern AssignmentPattern RestElement`.split(/\s+/),
);

function strangeness(node: Node, text: string): string | undefined {
  if (!TYPES.has(node.type)) return `a ${node.type}`;
  switch (node.type) {
    case "Identifier":
    case "PrivateIdentifier":
      return strangeIdentifier(node);
    case "Literal":
      return strangeLiteral(node);
    case "MemberExpression":
      return strangeMember(node);
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return strangeKey(node);
    case "MetaProperty":
      return text.slice(node.start, node.end) === "new.target" ? undefined : "a meta property";
    default:
      return undefined;
  }
}

/** An escape in an identifier hides its name from whoever reads the text. */
function strangeIdentifier(node: Node): string | undefined {
  const hash = node.type === "PrivateIdentifier" ? 1 : 0;
  return node.end - node.start === String(node["name"]).length + hash ? undefined : "an escaped identifier";
}

function strangeLiteral(node: Node): string | undefined {
  if (node["regex"] !== undefined) return "a regular expression";
  return WAYS_OUT.has(node["value"]) ? `the string "${node["value"]}"` : undefined;
}

function strangeMember(node: Node): string | undefined {
  const property = child(node, "property");
  if (node["computed"] === true)
    return property !== undefined && isPlainKey(property) ? undefined : "a computed property";
  return WAYS_OUT.has(property?.["name"]) ? `the property ${property?.["name"]}` : undefined;
}

/** Keys are indices, symbols and field names held in variables; none is put together on the spot. */
function isPlainKey(key: Node): boolean {
  switch (key.type) {
    case "Literal":
    case "Identifier":
    case "UpdateExpression":
      return true;
    case "MemberExpression":
      return key["computed"] === false;
    case "BinaryExpression":
      return [child(key, "left"), child(key, "right")].every((side) => side !== undefined && isNumberLike(side));
    default:
      return false;
  }
}

function isNumberLike(node: Node): boolean {
  if (node.type === "Literal") return typeof node["value"] === "number";
  return isPlainKey(node);
}

function strangeKey(node: Node): string | undefined {
  const key = child(node, "key");
  if (node["computed"] === true) return "a computed key";
  if (node.type === "MethodDefinition" && node["kind"] === "constructor") return undefined;
  return WAYS_OUT.has(key?.["name"] ?? key?.["value"]) ? "a key that is no plain property" : undefined;
}
