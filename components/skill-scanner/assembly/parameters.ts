// Parameters of functions: what a call gives to each of them.
import { assign } from "./assignment";
import { Node, N } from "./ast";
import { Evaluator, labelsOf } from "./evaluator";
import { Code, FunctionValue } from "./functions";
import { withLabels } from "./fold";
import { Step } from "./origins";
import { Op } from "./python/lexer";
import { Form } from "./python/parser-expressions";
import { asItems, asText, PARAMETER, TextValue, V, Value } from "./value";

/** Works out the defaults where the function is defined. */
export function keepDefaults(e: Evaluator, code: Code): void {
  const list = code.node.list!;
  let values: StaticArray<Value> | null = null;
  for (let i = 0; i < list.length; i++) {
    const parameter = unchecked(list[i]);
    if (parameter.kind != N.Param || parameter.b === null) continue;
    if (values === null) {
      values = new StaticArray<Value>(list.length);
      for (let j = 0; j < list.length; j++) unchecked(values[j] = e.unknown);
    }
    unchecked(values[i] = e.evaluate(parameter.b!));
  }
  code.defaults = values;
}

/** A call whose arguments lie on `e.values` from `base` on; gives each parameter its value. */
export class Arguments {
  /** By position in the function's `node.list`. */
  readonly values: StaticArray<Value>;
  private readonly list: Node[];
  private next: i32 = 0;
  /** Labels of what was handed over in a way that does not say to which parameter. */
  private spread: u64 = 0;
  private isSpread: bool = false;
  private rest: i32 = 0;

  constructor(private e: Evaluator, private called: FunctionValue) {
    const list = called.code.node.list!;
    const values = new StaticArray<Value>(list.length);
    for (let i = 0; i < list.length; i++) unchecked(values[i] = e.world.missing);
    this.list = list;
    this.values = values;
  }

  /** `nodes` is null when there are only positions. */
  take(nodes: Node[] | null, base: i32, end: i32): void {
    this.rest = this.e.values.length;
    if (this.called.receiver !== null && !this.e.isScript) this.positional(this.called.receiver!);
    const given = this.called.given;
    if (given !== null) for (let i = 0; i < given.length; i++) this.positional(unchecked(given[i]));
    for (let i = base; i < end; i++) {
      const value = this.e.values.at(i);
      if (nodes === null) { this.positional(value); continue; }
      const node = unchecked(nodes[i - base]);
      if (node.kind == N.Keyword) this.named(node.sym, value);
      else if (node.kind == N.Star) this.starred(value, node.op == Op.POW);
      else this.positional(value);
    }
    this.finish();
  }

  private positional(value: Value): void {
    for (; this.next < this.list.length; this.next++) {
      const parameter = unchecked(this.list[this.next]);
      if (parameter.kind != N.Param) break;
      if (parameter.op == Form.PLAIN) { unchecked(this.values[this.next++] = value); return; }
      if (parameter.op == Form.STAR) break;
    }
    this.e.values.push(value);
  }

  private named(symbol: i32, value: Value): void {
    for (let i = 0; i < this.list.length; i++) {
      const parameter = unchecked(this.list[i]);
      if (parameter.kind == N.Param && parameter.sym == symbol && parameter.op == Form.PLAIN) { unchecked(this.values[i] = value); return; }
    }
    this.vague(labelsOf(value));
  }

  private starred(value: Value, isMapping: bool): void {
    if (!isMapping && value.kind == V.List) {
      const items = asItems(value).items;
      for (let i = 0; i < items.length; i++) this.positional(unchecked(items[i]));
    } else if (isMapping && value.kind == V.Dict) {
      const items = asItems(value).items;
      for (let i = 0; i < items.length; i += 2) {
        const key = unchecked(items[i]);
        if (key.kind == V.Text) this.named(this.symbolOf(asText(key)), unchecked(items[i + 1]));
      }
    } else this.vague(labelsOf(value));
  }

  /** The parameter of this name; 0 when there is none. */
  private symbolOf(name: TextValue): i32 {
    for (let i = 0; i < this.list.length; i++) {
      const parameter = unchecked(this.list[i]);
      if (parameter.kind == N.Param && isSpelled(this.e.names.text[parameter.sym], name)) return parameter.sym;
    }
    return 0;
  }

  private vague(labels: u64): void {
    this.isSpread = true;
    this.spread |= labels;
  }

  /** What is left over goes to `*args` and `**kwargs`; what is missing has its default. */
  private finish(): void {
    const e = this.e;
    const rest = e.takeItems(V.List, this.rest);
    const vague = e.labelled(this.spread);
    const defaults = this.called.code.defaults;
    for (let i = 0; i < this.list.length; i++) {
      const parameter = unchecked(this.list[i]);
      if (parameter.kind != N.Param) break;
      if (parameter.op == Form.STAR) unchecked(this.values[i] = asItems(rest).items.length > 0 ? rest : vague);
      else if (parameter.op == Form.DOUBLE_STAR) unchecked(this.values[i] = vague);
      else if (unchecked(this.values[i]) === e.world.missing) unchecked(this.values[i] = this.isSpread && this.spread != 0 ? vague : defaults !== null ? unchecked(defaults[i]) : e.unknown);
    }
  }
}

/** Arguments of which nothing is known but the defaults and what the method is called on. */
export function unknownArguments(e: Evaluator, called: FunctionValue): StaticArray<Value> {
  const list = called.code.node.list!;
  const values = new StaticArray<Value>(list.length);
  const defaults = called.code.defaults;
  let receiver = called.receiver;
  if (e.isScript) receiver = null;
  for (let i = 0; i < list.length; i++) {
    const parameter = unchecked(list[i]);
    if (receiver !== null && parameter.kind == N.Param && parameter.op == Form.PLAIN) {
      unchecked(values[i] = receiver);
      receiver = null;
    } else unchecked(values[i] = defaults === null ? e.parameter : asParameter(e, unchecked(defaults[i])));
  }
  return values;
}

/** The default, and yet something that a call may replace. */
function asParameter(e: Evaluator, value: Value): Value {
  switch (value.kind) {
    case V.Text: return withLabels(value, PARAMETER);
    case V.Path: return e.path(value.node, value.labels | PARAMETER);
    case V.Unknown: return e.labelled(value.labels | PARAMETER);
    case V.Constant: case V.Number: return e.parameter;
    default: return value;
  }
}

export function declareParameters(e: Evaluator, list: Node[], values: StaticArray<Value>): void {
  for (let i = 0; i < list.length; i++) {
    const parameter = unchecked(list[i]);
    if (parameter.kind != N.Param) continue;
    const value = unchecked(values[i]);
    const trace = e.world.origins.step(labelsOf(value), Step.Given, e.findings.placed(parameter.start), parameter.sym);
    if (parameter.sym != 0) e.bindings.introduce(parameter.sym, value, trace);
    const declares = e.declares;
    e.declares = e.isScript;
    if (parameter.list !== null) for (let j = 0; j < parameter.list!.length; j++) assign(e, parameter.list![j], unchecked(values[i]));
    e.declares = declares;
  }
}

function isSpelled(name: string, text: TextValue): bool {
  if (name.length != text.length) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) != text.at(i)) return false;
  return true;
}
