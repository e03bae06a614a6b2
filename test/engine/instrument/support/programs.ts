import * as fc from "fast-check";

/** One statement of a generated function; labels and locals are numbers that rendering takes modulo what there is. */
type Statement =
  | { readonly kind: "set" | "store" | "grow" | "global"; readonly local: number; readonly value: Value }
  | { readonly kind: "call"; readonly local: number; readonly callee: number; readonly value: Value }
  | { readonly kind: "if" | "try"; readonly value: Value; readonly body: Body; readonly other: Body }
  | { readonly kind: "loop"; readonly turns: number; readonly body: Body }
  | { readonly kind: "block"; readonly body: Body }
  | { readonly kind: "branch" | "branchIf" | "table"; readonly label: number; readonly value: Value }
  | { readonly kind: "return" | "throw" | "divide"; readonly value: Value };

type Value = { readonly local: number } | { readonly constant: number } | { readonly sum: readonly [Value, Value] };
type Body = readonly Statement[];

const small = fc.nat(7);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.record({ local: small }),
    fc.record({ constant: fc.integer({ min: -3, max: 100 }) }),
    fc.record({ sum: fc.tuple(tie("value"), tie("value")) }),
  ),
}));

const { body } = fc.letrec<{ statement: Statement; body: Body }>((tie) => {
  const inner = tie("body");
  const of = <Kind extends string>(...kinds: readonly Kind[]) => fc.constantFrom(...kinds);
  return {
    body: fc.array(tie("statement"), { minLength: 1, maxLength: 4 }),
    statement: fc.oneof(
      { maxDepth: 4, depthIdentifier: "statement" },
      fc.record({ kind: of("set", "store", "grow", "global"), local: small, value }),
      fc.record({ kind: of("branch", "branchIf", "table"), label: small, value }),
      fc.record({ kind: of("return", "throw", "divide"), value }),
      fc.record({ kind: of("call"), local: small, callee: small, value }),
      fc.record({ kind: of("if", "try"), value, body: inner, other: inner }),
      fc.record({ kind: of("loop"), turns: fc.nat(4), body: inner }),
      fc.record({ kind: of("block"), body: inner }),
    ) as fc.Arbitrary<Statement>,
  };
});

/** Text of modules whose exported `f` always ends: loops count down, and functions call only those after them. */
export const programs: fc.Arbitrary<string> = fc.array(body, { minLength: 1, maxLength: 4 }).map(programText);

const LOCALS = 3;

function programText(bodies: readonly Body[]): string {
  const functions = bodies.map((statements, index) => functionText(statements, index, bodies.length));
  return `(module (memory (export "m") 1 3) (table 2 funcref) (tag $e (param i32)) (global $g (mut i32) (i32.const 5))
    ${functions.join("\n")} (export "f" (func $f0)))`;
}

/** Parameter 0 and 1, local 2, then a counter for each loop. */
function functionText(statements: Body, index: number, count: number): string {
  const context: Context = { labels: [], counters: [], later: count - index - 1, index };
  const code = bodyText(statements, context);
  const counters = context.counters.map((name) => `(local ${name} i32)`).join(" ");
  return `(func $f${index} (param i32 i32) (result i32) (local i32) ${counters} ${code} ${get(2)})`;
}

interface Context {
  readonly labels: readonly string[];
  /** Grows while the function is written. */
  readonly counters: string[];
  /** How many functions come after this one. */
  readonly later: number;
  readonly index: number;
}

function bodyText(statements: Body, context: Context): string {
  return statements.map((statement) => statementText(statement, context)).join("\n");
}

function statementText(statement: Statement, context: Context): string {
  switch (statement.kind) {
    case "set":
      return `(local.set ${statement.local % LOCALS} ${valueText(statement.value)})`;
    case "store":
      return `(i32.store8 (i32.and ${get(statement.local)} (i32.const 0xffff)) ${valueText(statement.value)})`;
    case "grow":
      return `(local.set ${statement.local % LOCALS} (i32.add (memory.grow (i32.and ${valueText(statement.value)} (i32.const 1))) (table.grow (ref.null func) (i32.const 1))))`;
    case "global":
      return `(global.set $g (i32.add (global.get $g) ${valueText(statement.value)}))`;
    case "call":
      return callText(statement, context);
    case "if":
      return `(if ${valueText(statement.value)} (then ${bodyText(statement.body, context)}) (else ${bodyText(statement.other, context)}))`;
    case "try":
      return tryText(statement, context);
    case "loop":
      return loopText(statement, context);
    case "block":
      return inBlock("block", context, (inner) => bodyText(statement.body, inner));
    case "return":
      return `(return ${valueText(statement.value)})`;
    case "throw":
      return `(throw $e ${valueText(statement.value)})`;
    case "divide":
      return `(local.set 2 (i32.div_s (i32.const 1000) ${valueText(statement.value)}))`;
    default:
      return branchText(statement, context);
  }
}

function callText(
  { local, callee, value: argument }: Extract<Statement, { kind: "call" }>,
  { later, index }: Context,
): string {
  if (later === 0) return "(nop)";
  return `(local.set ${local % LOCALS} (call $f${index + 1 + (callee % later)} ${valueText(argument)} (global.get $g)))`;
}

function tryText({ body: tried, other }: Extract<Statement, { body: Body; other: Body }>, context: Context): string {
  const caught = inBlock("block", context, (inner) => {
    const name = inner.labels.at(-1);
    return `(block $value${name?.slice(1)} (result i32) (try_table (catch $e $value${name?.slice(1)}) ${bodyText(tried, inner)}) (br ${name}))
      (global.set $g) ${bodyText(other, inner)}`;
  });
  return caught;
}

/** The turn is counted at its head, so that whatever branches there pays for it. */
function loopText({ turns, body: turn }: Extract<Statement, { kind: "loop" }>, context: Context): string {
  const counter = `$c${context.counters.length}`;
  context.counters.push(counter);
  const head = (exit: string | undefined) =>
    `(br_if ${exit} (i32.lt_s (local.tee ${counter} (i32.sub (local.get ${counter}) (i32.const 1))) (i32.const 0)))`;
  const loop = inBlock("block", context, (outer) =>
    inBlock(
      "loop",
      outer,
      (inner) => `${head(outer.labels.at(-1))} ${bodyText(turn, inner)} (br ${inner.labels.at(-1)})`,
    ),
  );
  return `(local.set ${counter} (i32.const ${turns})) ${loop}`;
}

function branchText(
  { kind, label, value: operand }: Extract<Statement, { label: number }>,
  { labels }: Context,
): string {
  if (labels.length === 0) return "(nop)";
  const target = labels[label % labels.length];
  if (kind === "branch") return `(br ${target})`;
  if (kind === "branchIf") return `(br_if ${target} ${valueText(operand)})`;
  return `(br_table ${target} ${labels.join(" ")} ${valueText(operand)})`;
}

function inBlock(kind: "block" | "loop", context: Context, code: (inner: Context) => string): string {
  const label = `$l${context.labels.length}`;
  return `(${kind} ${label} ${code({ ...context, labels: [...context.labels, label] })})`;
}

function valueText(operand: Value): string {
  if ("constant" in operand) return `(i32.const ${operand.constant})`;
  return "local" in operand ? get(operand.local) : `(i32.add ${operand.sum.map(valueText).join(" ")})`;
}

function get(local: number): string {
  return `(local.get ${local % LOCALS})`;
}
