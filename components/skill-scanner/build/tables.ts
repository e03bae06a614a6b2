import { ENGINE_EVENTS } from "../match.ts";
import type { Rule } from "../rule.ts";
import { CREDENTIAL_FIELDS } from "../vocabulary/environment-calls.ts";
import { GENERIC_WORDS, SERVICE_NAMES } from "../vocabulary/service-words.ts";
import { type CompiledRules, type Effect, EVENT } from "./compile-rules.ts";
import { TEST, VALUE } from "./conditions.ts";
import { describeRule } from "./describe-rule.ts";
import { hashBytes, hashEdge, hashTable } from "./hash-table.ts";
import { INTRINSICS, METHODS } from "./intrinsics.ts";
import { OTHER_MODULE } from "./name-tree.ts";
import { type PackedAutomaton, packAutomaton } from "./pack-automaton.ts";

/** In a table of effects, marks a label's bit; without it the number is a rule's index. */
const LABEL_EFFECT = 0x8000;
/** Marks a line pattern that is to be asked. */
const LINE_EFFECT = 0x4000;

export interface TableOptions {
  readonly rulesHash: string;
  /** Builds the step counters in; tests of linearity read them. */
  readonly countSteps: boolean;
  /** Off, memory is never used twice within a scan: a test compares the two. */
  readonly takeBackMemory: boolean;
}

/** AssemblyScript source of the module `tables`: static data, so that no scan pays for building it. */
export function tablesSource(compiled: CompiledRules, options: TableOptions): string {
  return [
    `export const COUNT_STEPS: bool = ${options.countSteps};`,
    `export const TAKE_BACK: bool = ${options.takeBackMemory};`,
    constant("LABEL_EFFECT", String(LABEL_EFFECT)),
    constant("LINE_EFFECT", String(LINE_EFFECT)),
    enumeration("Event", EVENT),
    enumeration("Test", TEST),
    enumeration("ValueTest", VALUE),
    enumeration("Intrinsic", numbered(["none", ...Object.keys(INTRINSICS)])),
    enumeration("Method", numbered(["none", ...Object.keys(METHODS)])),
    ...engineConstants(compiled),
    ...nodeTables(compiled),
    ...automatonTables(compiled),
    ...ruleTables(compiled.rules, options.rulesHash),
    ...nameTables(compiled), // last: what is above may add names
    "",
  ].join("\n");
}

function engineConstants({
  rules,
  engineRules,
  operationBits,
  exactBits,
  credentialBits,
  urlBit,
  tree,
}: CompiledRules): string[] {
  const bits = Object.entries(operationBits).map(([name, set]) =>
    constant(`${screaming(name)}_LABELS`, mask(set), "u64"),
  );
  const events = ENGINE_EVENTS.map((event) =>
    constant(`RULE_${screaming(event)}`, String(engineRules.get(event) ?? 0)),
  );
  const nodes = {
    BUILTINS: "builtins",
    OTHER_MODULE,
    MODULES: "sys.modules",
    PATH_OBJECT: "pathlib.Path()",
    TEXT_OBJECT: "builtins.str()",
  };
  const places = Object.entries(nodes).map(([name, path]) => constant(`NODE_${name}`, String(tree.node(path))));
  const segments = { CALL: "()", ITEM: "[]", ITEM_SET: "[]=" };
  const yielding = rules.findIndex(({ yieldsTo }) => yieldsTo !== undefined);
  return [
    constant("URL_LABELS", mask([urlBit]), "u64"),
    constant("EXACT_LABELS", mask(exactBits), "u64"),
    constant("CREDENTIAL_LABELS", mask(credentialBits), "u64"),
    constant("YIELDING_RULE", String(yielding)),
    ...bits,
    ...events,
    ...places,
    ...Object.entries(segments).map(([name, text]) => constant(`NAME_${name}`, String(tree.name(text)))),
  ];
}

function nameTables({ tree, attributes }: CompiledRules): string[] {
  const generic = new Set(GENERIC_WORDS.map((word) => tree.name(word)));
  const services = Object.entries(SERVICE_NAMES).flatMap(([word, parts]) =>
    parts.map((part) => [tree.name(word), tree.name(part)] as const),
  );
  const fields = new Set(CREDENTIAL_FIELDS.map((field) => tree.name(field)));
  const methods = Object.entries(METHODS).map(([, name]) => tree.name(name));
  const bytes = tree.names.map((name) => [...new TextEncoder().encode(name)]);
  const table = hashTable(bytes.slice(1).map(hashBytes));
  return [
    constant("NAME_MASK", String(table.mask)),
    data("NAME_SLOTS", "u16", table.slots),
    data("NAME_START", "u16", starts(bytes.map(({ length }) => length))),
    data("NAME_BYTES", "u8", bytes.flat()),
    data(
      "NAME_METHOD",
      "u8",
      tree.names.map((_, name) => methods.indexOf(name) + 1),
    ),
    data(
      "NAME_IS_GENERIC",
      "u8",
      tree.names.map((_, name) => Number(generic.has(name))),
    ),
    constant("SERVICE_COUNT", String(services.length)),
    data(
      "SERVICE_WORD",
      "u16",
      services.map(([word]) => word),
    ),
    data(
      "SERVICE_PART",
      "u16",
      services.map(([, part]) => part),
    ),
    data(
      "NAME_IS_CREDENTIAL",
      "u8",
      tree.names.map((_, name) => Number(fields.has(name))),
    ),
    data(
      "NAME_ATTRIBUTE_RULE",
      "u16",
      tree.names.map((_, name) => (attributes.get(name) ?? -1) + 1),
    ),
  ];
}

function nodeTables({ tree, actions, nodeLabels, conditions }: CompiledRules): string[] {
  const nodes = Array.from({ length: tree.size }, (_, node) => node);
  const intrinsics = new Map(
    Object.values(INTRINSICS).flatMap((names, i) => names.map((name) => [tree.node(name), i + 1] as const)),
  );
  const table = hashTable(tree.edges.map(({ from, name }) => hashEdge(from, name)));
  const readable = new Set(actions.filter(({ event }) => event === EVENT.Read).map(({ node }) => node));
  return [
    constant("NODE_COUNT", String(tree.size)),
    constant("EDGE_MASK", String(table.mask)),
    data("EDGE_SLOTS", "u16", table.slots),
    data("EDGE_FROM", "u16", [0, ...tree.edges.map(({ from }) => from)]),
    data("EDGE_NAME", "u16", [0, ...tree.edges.map(({ name }) => name)]),
    data("EDGE_TO", "u16", [0, ...tree.edges.map(({ to }) => to)]),
    data(
      "NODE_INTRINSIC",
      "u8",
      nodes.map((node) => intrinsics.get(node) ?? 0),
    ),
    data(
      "NODE_READABLE",
      "u8",
      nodes.map((node) => Number(readable.has(node))),
    ),
    data(
      "NODE_IS_MODULE",
      "u8",
      nodes.map((node) => Number(tree.edges.some(({ from, to }) => from === 0 && to === node))),
    ),
    data(
      "NODE_LABELS",
      "u64",
      nodes.map((node) => mask(nodeLabels.filter(([at]) => at === node).map(([, bit]) => bit))),
    ),
    data("NODE_ACTIONS", "u16", starts(nodes.map((node) => actions.filter((action) => action.node === node).length))),
    data(
      "ACTION_EVENT",
      "u8",
      actions.map(({ event }) => event),
    ),
    data(
      "ACTION_CONDITION",
      "u16",
      actions.map(({ condition }) => condition),
    ),
    data(
      "ACTION_EFFECT",
      "u16",
      actions.map(({ effect }) => encode(effect)),
    ),
    data("CONDITIONS", "u16", conditions),
  ];
}

/** The automata lie end to end: that of strings, that of the source text, then those of `says`. */
const AUTOMATA = { STRINGS: 0, SOURCE: 1, LINES: 2 } as const;

function automatonTables({ strings, stringEffects, texts, textEffects, lines }: CompiledRules): string[] {
  const packed = [strings, texts, ...lines].map(packAutomaton);
  const lineRules = new Map(
    stringEffects.flat().flatMap((effect) => ("line" in effect ? [[effect.line, effect.rule] as const] : [])),
  );
  return [
    ...Object.entries(AUTOMATA).map(([name, index]) => constant(`AUTOMATON_${name}`, String(index))),
    constant("LINE_COUNT", String(lines.length)),
    data(
      "LINE_RULE",
      "u16",
      lines.map((_, line) => lineRules.get(line) ?? 0),
    ),
    ...packedTables(packed),
    ...acceptTables("STRING", packed[AUTOMATA.STRINGS], stringEffects),
    ...acceptTables("TEXT", packed[AUTOMATA.SOURCE], textEffects),
  ];
}

/** See `PackedAutomaton`; `..._AT` says where each automaton's part begins. */
function packedTables(packed: readonly PackedAutomaton[]): string[] {
  return [
    data(
      "AUTOMATON_START",
      "u16",
      packed.map(({ start }) => start),
    ),
    data(
      "AUTOMATON_ACCEPT",
      "u16",
      packed.map(({ firstAccept }) => firstAccept),
    ),
    data(
      "AUTOMATON_CLASS_COUNT",
      "u16",
      packed.map(({ classCount }) => classCount),
    ),
    data(
      "AUTOMATON_TEMPLATE_COUNT",
      "u16",
      packed.map(({ templates }) => templates.length),
    ),
    data(
      "AUTOMATON_CLASSES",
      "u8",
      packed.flatMap(({ classes }) => classes),
    ),
    data("TEMPLATES_AT", "u32", starts(packed.map(({ templates, classCount }) => templates.length * classCount))),
    data(
      "TEMPLATES",
      "u16",
      packed.flatMap(({ templates }) => templates.flat()),
    ),
    data("STATES_AT", "u32", starts(packed.map(({ base }) => base.length))),
    data(
      "STATE_TEMPLATE",
      "u8",
      packed.flatMap(({ template }) => template),
    ),
    data(
      "STATE_BASE",
      "u16",
      packed.flatMap(({ base }) => base),
    ),
    data("ENTRIES_AT", "u32", starts(packed.map(({ check }) => check.length))),
    data(
      "ENTRY_CHECK",
      "u16",
      packed.flatMap(({ check }) => check),
    ),
    data(
      "ENTRY_NEXT",
      "u16",
      packed.flatMap(({ next }) => next),
    ),
  ];
}

function acceptTables(
  name: string,
  packed: PackedAutomaton | undefined,
  effects: readonly (readonly Effect[])[],
): string[] {
  const accepted = (packed?.accepts ?? []).map((patterns) =>
    patterns.flatMap((pattern) => (effects[pattern] ?? []).map(encode)),
  );
  return [
    data(`${name}_ACCEPT`, "u16", starts(accepted.map(({ length }) => length))),
    data(`${name}_EFFECTS`, "u16", accepted.flat()),
  ];
}

/** The JSON text of each finding's constant part. */
function ruleTables(rules: readonly Rule[], rulesHash: string): string[] {
  const weight = { low: 0.02, medium: 0.1, high: 0.25, critical: 0.5 };
  const certainty = { low: 0.5, medium: 0.8, high: 1 };
  const severities = Object.keys(weight);
  const categories = [...new Set(rules.map(({ category }) => category))];
  const heads = rules.map((rule) =>
    bytesOf(
      `"rule":${JSON.stringify(rule.id)},"category":"${rule.category}","severity":"${rule.severity}","confidence":"${rule.confidence}"`,
    ),
  );
  const descriptions = rules.map((rule) => bytesOf(JSON.stringify(describeRule(rule))));
  const names = categories.map((category) => bytesOf(category.replaceAll("_", " ")));
  return [
    constant("RULE_COUNT", String(rules.length)),
    constant("CATEGORY_COUNT", String(categories.length)),
    data(
      "RULE_SEVERITY",
      "u8",
      rules.map(({ severity }) => severities.indexOf(severity)),
    ),
    data(
      "RULE_ONCE",
      "u8",
      rules.map(({ category }) => Number(category === "unanalysable")),
    ),
    data(
      "RULE_CATEGORY",
      "u8",
      rules.map(({ category }) => categories.indexOf(category)),
    ),
    data(
      "RULE_KEEPS",
      "f64",
      rules.map((rule) => 1 - weight[rule.severity] * certainty[rule.confidence]),
    ),
    ...blob("RULE_HEAD", heads),
    ...blob("RULE_DESCRIPTION", descriptions),
    ...blob("CATEGORY_NAME", names),
    ...blob("RULES_HASH", [bytesOf(rulesHash)]),
  ];
}

function blob(name: string, parts: readonly (readonly number[])[]): string[] {
  return [data(`${name}_START`, "u32", starts(parts.map(({ length }) => length))), data(name, "u8", parts.flat())];
}

function encode(effect: Effect): number {
  if ("line" in effect) return LINE_EFFECT | effect.line;
  return "rule" in effect ? effect.rule : LABEL_EFFECT | effect.bit;
}

/** Where each part begins when they lie end to end; one more entry for the end. */
function starts(lengths: readonly number[]): number[] {
  const result = [0];
  for (const length of lengths) result.push((result.at(-1) ?? 0) + length);
  return result;
}

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function mask(bits: readonly number[]): string {
  return `0x${bits.reduce((word, bit) => word | (1n << BigInt(bit)), 0n).toString(16)}`;
}

function data(name: string, type: string, values: readonly (number | string)[]): string {
  const list = values.length === 0 ? [0] : values;
  return `export const ${name}: usize = memory.data<${type}>([${list.join(",")}]);`;
}

function constant(name: string, value: string, type = "i32"): string {
  return `export const ${name}: ${type} = ${value};`;
}

function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index]));
}

function enumeration(name: string, members: Readonly<Record<string, number>>): string {
  const list = Object.entries(members).map(([member, value]) => `${member} = ${value}`);
  return `export const enum ${name} { ${list.join(", ")} }`;
}

function screaming(name: string): string {
  return name.replaceAll("-", "_").toUpperCase();
}
