import type { CompiledRules } from "./compile-rules.ts";
import { automatonTables } from "./tables/automaton-tables.ts";
import { engineConstants } from "./tables/engine-constants.ts";
import { nameTables } from "./tables/name-tables.ts";
import { nodeTables } from "./tables/node-tables.ts";
import { ruleTables } from "./tables/rule-tables.ts";
import { secretTables } from "./tables/secret-tables.ts";
import { constant } from "./tables/source-text.ts";

export interface TableOptions {
  /** Builds the step counters in; tests of linearity read them. */
  readonly countSteps: boolean;
  /** Off, memory is never used twice within a scan: a test compares the two. */
  readonly takeBackMemory: boolean;
}

/** AssemblyScript source of the module `tables`, but for its options: static data, so that no scan pays for building it. */
export function tablesSource(compiled: CompiledRules, rulesHash: string): string {
  return [
    ...engineConstants(compiled),
    ...nodeTables(compiled),
    ...automatonTables(compiled),
    ...ruleTables(compiled.rules, rulesHash),
    ...nameTables(compiled),
    ...secretTables(),
    "",
  ].join("\n");
}

export function optionsSource({ countSteps, takeBackMemory }: TableOptions): string {
  return [constant("COUNT_STEPS", countSteps), constant("TAKE_BACK", takeBackMemory), ""].join("\n");
}
