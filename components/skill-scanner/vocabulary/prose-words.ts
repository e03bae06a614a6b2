import type { FeatureOptions } from "../match.ts";
import { type Feature, feature } from "../match.ts";

/** A feature of these words or phrases; `?` and `(a |the )?` may be used as in a regular expression. */
export function phrases(name: string, list: readonly string[], options: FeatureOptions = {}): Feature {
  return feature(name, new RegExp(list.join("|")), options);
}

/**
 * A feature of verbs in all their forms; what begins with `=` is taken as it is. `send|sent` names an irregular form, `ship+` doubles its last letter, and what
 * stands behind the first blank or bracket follows each form: `phone home`.
 */
export function verbs(name: string, list: readonly string[], options: FeatureOptions = {}): Feature {
  return phrases(name, list.map(formsOf), options);
}

/** All forms of a verb, as a regular expression. */
function formsOf(verb: string): string {
  if (verb.startsWith("=")) return verb.slice(1);
  const end = verb.search(/[ (]|$/);
  const [base = "", ...irregular] = verb.slice(0, end).split("|");
  return `(${[...inflections(base), ...irregular].join("|")})${verb.slice(end)}`;
}

function inflections(base: string): string[] {
  if (base.endsWith("+")) return doubled(base.slice(0, -1));
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (base.endsWith("e")) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  return [base, /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`];
}

function doubled(base: string): string[] {
  const last = base.slice(-1);
  return [base, `${base}s`, `${base}${last}ed`, `${base}${last}ing`];
}
