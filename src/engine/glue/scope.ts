import { child, children, childrenOf, isFunction, type Node } from "./node.ts";

/**
 * The identifiers that refer to nothing declared in the program: what it takes from the global object.
 *
 * Strict code is assumed (function declarations stay in their block, no `with`, no direct eval, which the shapes refuse).
 */
export function freeIdentifiers(program: Node): Node[] {
  const free: Node[] = [];
  const statements = children(program, "body");
  visitAll(statements, inner(undefined, lexicalNames(statements), varNames(program)), free);
  return free;
}

/** The names that a list of statements declares in its own scope: let, const, class and function. */
function lexicalNames(statements: readonly Node[]): string[] {
  return statements.flatMap((statement) => {
    if (statement.type === "VariableDeclaration") return statement["kind"] === "var" ? [] : declaredBy(statement);
    const named = statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration";
    const id = named ? child(statement, "id") : undefined;
    return id === undefined ? [] : [nameOf(id)];
  });
}

/** The names that `var` declares anywhere below, up to the next function. */
function varNames(node: Node): string[] {
  return childrenOf(node).flatMap((part) => {
    if (isFunction(part) || part.type === "StaticBlock") return [];
    const own = part.type === "VariableDeclaration" && part["kind"] === "var" ? declaredBy(part) : [];
    return [...own, ...varNames(part)];
  });
}

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly parent: Scope | undefined;
}

function inner(parent: Scope | undefined, ...names: readonly (readonly string[])[]): Scope {
  return { names: new Set(names.flat()), parent };
}

function visitAll(nodes: readonly Node[], scope: Scope, free: Node[]): void {
  for (const node of nodes) visit(node, scope, free);
}

function visit(node: Node, scope: Scope, free: Node[]): void {
  if (node.type === "Identifier") {
    if (!isDeclared(nameOf(node), scope)) free.push(node);
  } else visitAll(referencesOf(node), scopeInside(node, scope), free);
}

function isDeclared(name: string, scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) if (at.names.has(name)) return true;
  return false;
}

/** The scope that a node opens for its children, or the one it stands in. */
function scopeInside(node: Node, scope: Scope): Scope {
  if (isFunction(node)) return functionScope(node, scope);
  switch (node.type) {
    case "BlockStatement":
      return inner(scope, lexicalNames(children(node, "body")));
    case "StaticBlock":
      return inner(scope, lexicalNames(children(node, "body")), varNames(node));
    case "SwitchStatement":
      return inner(scope, lexicalNames(children(node, "cases").flatMap((part) => children(part, "consequent"))));
    case "CatchClause":
      return inner(scope, patternNames(child(node, "param")));
    case "ClassDeclaration":
    case "ClassExpression":
      return inner(scope, patternNames(child(node, "id")));
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
      return inner(scope, lexicalNames(childrenOf(node)));
    default:
      return scope;
  }
}

function functionScope(node: Node, scope: Scope): Scope {
  const own = node.type === "ArrowFunctionExpression" ? [] : ["arguments"];
  const id = node.type === "FunctionExpression" ? patternNames(child(node, "id")) : [];
  return inner(scope, own, id, children(node, "params").flatMap(patternNames), varNames(node));
}

/** The children in which an identifier is a reference, not the name of a property or a label. */
function referencesOf(node: Node): Node[] {
  switch (node.type) {
    case "MemberExpression":
      return without(node, node["computed"] === true ? undefined : "property");
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return without(node, node["computed"] === true ? undefined : "key");
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return without(node, "label");
    case "MetaProperty":
      return [];
    default:
      return childrenOf(node);
  }
}

function without(node: Node, field: string | undefined): Node[] {
  const left = field === undefined ? undefined : child(node, field);
  return childrenOf(node).filter((part) => part !== left);
}

function declaredBy(declaration: Node): string[] {
  return children(declaration, "declarations").flatMap((declarator) => patternNames(child(declarator, "id")));
}

function patternNames(pattern: Node | undefined): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [nameOf(pattern)];
    case "ObjectPattern":
      return children(pattern, "properties").flatMap((part) =>
        patternNames(child(part, "value") ?? child(part, "argument")),
      );
    case "ArrayPattern":
      return children(pattern, "elements").flatMap(patternNames);
    case "AssignmentPattern":
      return patternNames(child(pattern, "left"));
    case "RestElement":
      return patternNames(child(pattern, "argument"));
    default:
      return [];
  }
}

function nameOf(identifier: Node): string {
  return String(identifier["name"]);
}
