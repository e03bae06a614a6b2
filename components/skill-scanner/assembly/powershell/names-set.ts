// Variables and aliases that are named by texts.
import { keep } from "../arena";
import { Evaluator } from "../evaluator";
import { asText, V, Value } from "../value";
import { asciiText, stringOf } from "../commands/words";
import { given } from "./arguments";

function symbolOf(e: Evaluator, prefix: string, name: Value | null): i32 {
  if (name === null || name.kind != V.Text || asText(name).holes || asText(name).length > 64 || !e.texts.charge(asText(name).length)) return 0;
  keep(); // it may be a new name
  return e.names.of(prefix + stringOf(asText(name)).toLowerCase());
}

export function setVariable(e: Evaluator, base: i32, input: Value | null): Value {
  const symbol = symbolOf(e, "$", given(e, base, "name", 1, 0));
  const value = given(e, base, "value", 1, 1);
  if (symbol != 0) e.shell!.assign(e, symbol, value !== null ? value : input !== null ? input : e.unknown);
  return e.unknown;
}

export function getVariable(e: Evaluator, base: i32): Value {
  const symbol = symbolOf(e, "$", given(e, base, "name", 1, 0));
  let value: Value | null = null;
  if (symbol != 0) value = e.shell!.read(e, symbol);
  return value !== null ? value : e.unknown;
}

/** `Set-Alias name command`: see `aliasOf`. */
export function setAlias(e: Evaluator, base: i32): Value {
  const symbol = symbolOf(e, "alias:", given(e, base, "name", 1, 0));
  const value = given(e, base, "value", 1, 1);
  if (symbol != 0 && value !== null) {
    e.shell!.hasAliases = true;
    e.shell!.assign(e, symbol, value);
  }
  return e.unknown;
}

/** What a name stands for. */
export function aliasOf(e: Evaluator, name: Value): Value | null {
  return e.shell!.hasAliases ? e.shell!.find(symbolOf(e, "alias:", name)) : null;
}

/** `Get-Command iex`: the command. A pattern stands for one that is known. */
export function getCommand(e: Evaluator, base: i32): Value {
  const name = given(e, base, "name", 1, 0);
  if (name === null || name.kind != V.Text) return e.unknown;
  const text = asText(name);
  let marks = 0;
  for (let i = 0; i < text.length; i++) if (text.at(i) == 42 || text.at(i) == 63) marks++;
  if (marks == 0) return name;
  const first = text.at(0) | 32, last = text.at(text.length - 1) | 32;
  const isRun = (first == 105 && last == 120) || (first == 105 && last == 110 && text.length > 8) || last == 112; // i*x, i*-*n, *-exp
  const known = asciiText(e, isRun ? "Invoke-Expression" : "Invoke-WebRequest", -1);
  known.assembled = true;
  return known;
}
