import { generate } from "../src/engine/generator.ts";
import { bodyOf, checkBody } from "../src/engine/glue/check.ts";
import type { KnownStatement } from "../src/engine/glue/known.ts";
import { children, type Node } from "../src/engine/glue/node.ts";
import { lexicalNames } from "../src/engine/glue/scope.ts";
import { readComponent } from "../src/engine/read-component.ts";
import { shellOf } from "../src/engine/shell.ts";
import { composedExample, exampleOfEveryType } from "./known-glue-examples.ts";

/**
 * The statements with which the generator's output starts, whatever the component: those that it writes for at least
 * two worlds that have every WIT type and not one name in common. Each has been checked as part of its output.
 */
export async function knownGlue(compiled: WebAssembly.Module): Promise<readonly KnownStatement[]> {
  const seen = new Map<string, { statement: KnownStatement; worlds: Set<string> }>();
  for (const name of ["north", "south"]) {
    const examples = [exampleOfEveryType(name, "utf8"), exampleOfEveryType(name, "utf16"), composedExample(name)];
    for (const statement of (await Promise.all(examples)).flatMap((example) =>
      statementsOf(glueOf(compiled, example)),
    )) {
      const entry = seen.get(statement.text) ?? { statement, worlds: new Set() };
      entry.worlds.add(name);
      seen.set(statement.text, entry);
    }
  }
  return [...seen.values()].filter(({ worlds }) => worlds.size === 2).map(({ statement }) => statement);
}

/** Checks a glue's body and cuts it into statements, up to the first that speaks of this component's modules. */
function statementsOf(body: string): KnownStatement[] {
  const program = checkBody(body, new Set());
  const found = program["body"] as readonly Node[];
  const statements = children(bodyNode(found[1]), "body");
  const offset = (statements[0]?.start ?? 0) - body.search(/\S/);
  const known: KnownStatement[] = [];
  let end = 0;
  for (const statement of statements) {
    const text = body.slice(end, statement.end - offset);
    end = statement.end - offset;
    if (text.includes("getCoreModule(")) break;
    // Text that a following character could continue would not mean the same before other text.
    if (text.endsWith(";") || isDeclaration(statement)) known.push({ text, declares: lexicalNames([statement]) });
  }
  return known;
}

function bodyNode(declaration: Node | undefined): Node {
  return declaration?.["body"] as Node;
}

function isDeclaration({ type }: Node): boolean {
  return type === "FunctionDeclaration" || type === "ClassDeclaration";
}

function glueOf(compiled: WebAssembly.Module, component: Uint8Array): string {
  const files = generate(compiled, shellOf(component, readComponent(component).component));
  const glue = files.find(({ name }) => name.endsWith(".js"));
  if (glue === undefined) throw new Error("the generator wrote no JavaScript");
  return bodyOf(glue.bytes);
}
