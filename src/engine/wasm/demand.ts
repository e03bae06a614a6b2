import type { CoreModule } from "./core-module.ts";
import { malformed } from "./malformed.ts";
import { WALK_CAPS } from "./walk.ts";

/**
 * What one instance of a component costs: its own core instances and those of every component that it instantiates.
 *
 * Thirty-two nested components that each instantiate the next one twice would ask for four billion instances, and
 * V8's page limit holds for each memory apart, so both are counted before anything is built.
 */
export interface Demand {
  readonly coreInstances: number;
  readonly memories: number;
  readonly tables: number;
}

export const NO_DEMAND: Demand = { coreInstances: 0, memories: 0, tables: 0 };

export function demandOfModule(module: CoreModule): Demand {
  return { coreInstances: 1, memories: module.memories, tables: module.tables };
}

export function add(one: Demand, other: Demand, offset: number): Demand {
  const sum: Demand = {
    coreInstances: one.coreInstances + other.coreInstances,
    memories: one.memories + other.memories,
    tables: one.tables + other.tables,
  };
  if (sum.coreInstances > WALK_CAPS.coreInstances) throw tooMany(offset, WALK_CAPS.coreInstances, "core instances");
  if (sum.memories > WALK_CAPS.memories) throw tooMany(offset, WALK_CAPS.memories, "memories");
  if (sum.tables > WALK_CAPS.tables) throw tooMany(offset, WALK_CAPS.tables, "tables");
  return sum;
}

function tooMany(offset: number, cap: number, what: string): Error {
  return malformed(offset, `it would make more than ${cap} ${what}`);
}
