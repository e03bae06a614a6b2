import {
  type AnyNode,
  type CallExpression,
  type ImportExpression,
  type NewExpression,
  type Options,
  parse,
  type TaggedTemplateExpression,
} from "acorn";

/** `line:callee:arguments` of every call, as acorn sees it; undefined for a file that it refuses. */
export function acornCalls(source: string): string[] | undefined {
  const tree = parsed(source, "module") ?? parsed(source, "script");
  if (tree === undefined) return undefined;
  const calls: string[] = [];
  const open: unknown[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isNode(node)) continue;
    if (isCall(node)) calls.push(described(node));
    for (const child of Object.values(node)) open.push(...(Array.isArray(child) ? child : [child]).filter(isNode));
  }
  return calls;
}

function parsed(source: string, sourceType: "module" | "script"): AnyNode | undefined {
  const options: Options = {
    ecmaVersion: "latest",
    sourceType,
    locations: true,
    allowHashBang: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowSuperOutsideMethod: true,
    checkPrivateFields: false,
  };
  try {
    return parse(source, options);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Call = CallExpression | NewExpression | ImportExpression | TaggedTemplateExpression;

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function isCall(node: AnyNode): node is Call {
  return ["CallExpression", "NewExpression", "ImportExpression", "TaggedTemplateExpression"].includes(node.type);
}

function described(call: Call): string {
  switch (call.type) {
    case "ImportExpression":
      return `${call.loc?.start.line}:import:${call.options ? 2 : 1}`;
    case "TaggedTemplateExpression":
      return `${line(call.tag)}:${name(call.tag)}:${call.quasi.expressions.length + 1}`;
    case "NewExpression":
      return `${call.callee.type === "MemberExpression" && !call.callee.computed ? line(call.callee) : call.loc?.start.line}:${name(call.callee)}:${call.arguments.length}`;
    default:
      return `${line(call.callee)}:${name(call.callee)}:${call.arguments.length}`;
  }
}

/** Where a callee is named: see Node.line in ast.ts. */
function line(node: AnyNode): number | undefined {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? line(node.object) : node.property.loc?.start.line;
    case "CallExpression":
      return line(node.callee);
    case "ChainExpression":
      return line(node.expression);
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return line(node.left);
    case "ConditionalExpression":
      return line(node.test);
    case "SequenceExpression":
      return node.expressions[0] && line(node.expressions[0]);
    case "TaggedTemplateExpression":
      return line(node.tag);
    case "UpdateExpression":
      return node.prefix ? node.loc?.start.line : line(node.argument);
    case "NewExpression":
      return Number(described(node).split(":")[0]);
    case "MetaProperty":
      return node.property.loc?.start.line;
    default:
      return node.loc?.start.line;
  }
}

function name(callee: AnyNode): string {
  switch (callee.type) {
    case "Identifier":
      return callee.name;
    case "MemberExpression":
      return callee.computed
        ? "?"
        : callee.property.type === "PrivateIdentifier"
          ? `#${callee.property.name}`
          : name(callee.property);
    case "ChainExpression":
      return name(callee.expression);
    case "Super":
      return "super";
    case "ThisExpression":
      return "this";
    case "MetaProperty":
      return callee.property.name;
    default:
      return "?";
  }
}
