// `read` and `unset`.
import { Evaluator } from "../evaluator";
import { asText, V, Value } from "../value";
import { assignSymbol, symbolOf } from "./variables";

/** `read x y`: each variable may hold any part of the input. `labels`: what the rules say of what a person types in. */
export function readInto(e: Evaluator, base: i32, input: Value | null, labels: u64): void {
  const value = input === null ? e.labelled(labels) : input;
  const names = e.values.length - base;
  for (let i = base; i < e.values.length; i++) {
    const name = e.values.at(i);
    if (name.kind != V.Text || asText(name).length == 0 || asText(name).at(0) == 45) continue;
    const symbol = symbolOf(e, asText(name));
    if (symbol != 0) assignSymbol(e, symbol, names == 1 ? value : e.labelled(value.labels));
  }
}

export function unset(e: Evaluator, base: i32): void {
  const shell = e.shell;
  if (shell === null) return;
  for (let i = base; i < e.values.length; i++) {
    const name = e.values.at(i);
    const symbol = name.kind == V.Text ? symbolOf(e, asText(name)) : 0;
    if (symbol != 0) shell.assign(e, symbol, e.unknown);
  }
}
