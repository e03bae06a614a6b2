import { CREDENTIAL_FIELDS, CREDENTIAL_HEADERS } from "../../vocabulary/environment-calls.ts";
import { GENERIC_WORDS, SERVICE_NAMES } from "../../vocabulary/service-words.ts";
import type { CompiledRules } from "../compile-rules.ts";
import { hashBytes, hashTable } from "../hash-table.ts";
import { ISLAND_METHODS } from "../island-intrinsics.ts";
import { METHODS } from "../methods.ts";
import { RUBY_METHODS } from "../ruby-intrinsics.ts";
import { SCRIPT_METHODS } from "../script-intrinsics.ts";
import { column, constant, data, texts } from "./source-text.ts";

/** What is known of each name by itself. Written last: it adds names, and other tables do as well. */
export function nameTables({ tree, attributes }: CompiledRules): string[] {
  const names = (words: readonly string[]) => words.map((word) => tree.name(word));
  const methodsOf = (methods: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.values(methods).flatMap((words, i) => words.map((word) => [tree.name(word), i + 1] as const)));
  const methods = names(Object.values(METHODS));
  const rubyMethods = methodsOf(RUBY_METHODS);
  const islandMethods = methodsOf(ISLAND_METHODS);
  const scriptMethods = names(Object.values(SCRIPT_METHODS));
  const generic = new Set(names(GENERIC_WORDS));
  const fields = new Set(names(CREDENTIAL_FIELDS));
  const headers = new Set(names(CREDENTIAL_HEADERS));
  const services = Object.entries(SERVICE_NAMES).flatMap(([word, parts]) => parts.map((part) => names([word, part])));
  const bytes = tree.names.map((name) => [...new TextEncoder().encode(name)]);
  const table = hashTable(bytes.slice(1).map(hashBytes));
  return [
    constant("NAME_MASK", table.mask),
    data("NAME_SLOTS", "u16", table.slots),
    ...texts("NAME_BYTES", tree.names),
    column("NAME_METHOD", "u8", tree.names, (_, name) => methods.indexOf(name) + 1),
    column("NAME_SCRIPT_METHOD", "u8", tree.names, (_, name) => scriptMethods.indexOf(name) + 1),
    column("NAME_ISLAND_METHOD", "u8", tree.names, (_, name) => islandMethods.get(name) ?? 0),
    column("NAME_RUBY_METHOD", "u8", tree.names, (_, name) => rubyMethods.get(name) ?? 0),
    column("NAME_IS_GENERIC", "u8", tree.names, (_, name) => generic.has(name)),
    column("NAME_IS_CREDENTIAL", "u8", tree.names, (_, name) => fields.has(name)),
    column("NAME_IS_HEADER", "u8", tree.names, (_, name) => headers.has(name)),
    column("NAME_ATTRIBUTE_RULE", "u16", tree.names, (_, name) => (attributes.get(name) ?? -1) + 1),
    constant("SERVICE_COUNT", services.length),
    column("SERVICE_WORD", "u16", services, ([word = 0]) => word),
    column("SERVICE_PART", "u16", services, ([, part = 0]) => part),
  ];
}
