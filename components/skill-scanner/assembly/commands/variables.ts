// Variables of a shell, the environment among them.
import { N, Node } from "../ast";
import { keep } from "../arena";
import { Evaluator, labelsOf } from "../evaluator";
import { decimal } from "../fold";
import { CREDENTIAL_LABELS, NODE_SHELL_VARIABLE, NODE_SHELL_VARIABLE_SET } from "../tables";
import { tellRules } from "../tell-rules";
import { asNumber, TextValue, V, Value } from "../value";
import { runRepeatedly } from "./interpreters";
import { asciiText, stringOf } from "./words";

/** What `$name` stands for: what was assigned; else a variable of the environment. */
export function readVariable(e: Evaluator, node: Node): Value {
  const shell = e.shell!;
  const value = shell.read(e, node.sym);
  if (value !== null) return value;
  if (node.sym == shell.home) return asciiText(e, "~", node.start); // `~`
  if (node.sym == shell.separators) return asciiText(e, " ", node.start);
  if (node.sym == shell.heldInput && shell.input !== null) return shell.input!;
  if (node.sym == shell.allParameters) {
    const parameters = shell.find(shell.parameters);
    if (parameters !== null) return parameters;
  }
  const key = e.texts.slice(e.source, node.start, node.end, node.start, true);
  return fromEnvironment(e, key, node.start);
}

/** A variable of the environment by its name. */
export function fromEnvironment(e: Evaluator, name: TextValue, place: i32): Value {
  const labels = tellRules(e, NODE_SHELL_VARIABLE, name, null, place);
  if ((labels & CREDENTIAL_LABELS) != 0) e.services.hold(name);
  return e.labelled(labels);
}

export function assignVariable(e: Evaluator, target: Node, value: Value, place: i32): void {
  let name = target;
  while (name.kind == N.Subscript) {
    if (name.b !== null) e.evaluate(name.b!);
    name = name.a!;
  }
  if (name.kind != N.Name) { e.evaluate(name); return; }
  assignSymbol(e, name.sym, target.kind == N.Subscript ? e.labelled(labelsOf(value)) : value);
  if (e.isNamed(name.sym, "PROMPT_COMMAND")) runRepeatedly(e, value, "PROMPT_COMMAND", place);
  if (name.start >= name.end) return;
  tellRules(e, NODE_SHELL_VARIABLE_SET, e.texts.slice(e.source, name.start, name.end, place, true), value, place);
}

export function assignSymbol(e: Evaluator, symbol: i32, value: Value): void {
  const shell = e.shell;
  if (shell !== null) shell.assign(e, symbol, value.kind == V.Number ? decimal(e, asNumber(value).number, -1) : value);
}

/** Symbol of a variable that is named by a text; 0 when too much work would be needed to find it. */
export function symbolOf(e: Evaluator, name: TextValue): i32 {
  if (name.holes || name.length == 0 || name.length > 64) return 0;
  keep(); // it may be a new name
  const probes = e.names.probes;
  const symbol = e.names.of(stringOf(name));
  return e.texts.charge(e.names.probes - probes + name.length) ? symbol : 0;
}
