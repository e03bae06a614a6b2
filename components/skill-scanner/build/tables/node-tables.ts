import { PYTHON_RUNNERS, REPEATERS } from "../../vocabulary/execution-calls.ts";
import { type CompiledRules, EVENT } from "../compile-rules.ts";
import { hashEdge, hashTable } from "../hash-table.ts";
import { INTRINSICS } from "../intrinsics.ts";
import type { NameTree } from "../name-tree.ts";
import { encodeEffect } from "./effects.ts";
import { column, constant, data, starts, wordOf } from "./source-text.ts";

/** The tree of names, and what happens at each of its nodes. */
export function nodeTables({ tree, actions, nodeLabels, conditions }: CompiledRules): string[] {
  const runners = new Set(PYTHON_RUNNERS.map((name) => tree.node(name)));
  const repeaters = new Set(REPEATERS.map((name) => tree.node(name)));
  const nodes = Array.from({ length: tree.size }, (_, node) => node);
  const intrinsics = intrinsicsByNode(tree);
  const readable = new Set(actions.filter(({ event }) => event === EVENT.Read).map(({ node }) => node));
  const modules = new Set(tree.edges.filter(({ from }) => from === 0).map(({ to }) => to));
  const actionsAt = Map.groupBy(actions, ({ node }) => node);
  return [
    constant("NODE_COUNT", tree.size),
    ...edgeTables(tree),
    column("NODE_INTRINSIC", "u8", nodes, (node) => intrinsics.get(node) ?? 0),
    column("NODE_READABLE", "u8", nodes, (node) => readable.has(node)),
    column("NODE_RUNS_CODE", "u8", nodes, (node) => runners.has(node)),
    column("NODE_REPEATS", "u8", nodes, (node) => repeaters.has(node)),
    column("NODE_IS_MODULE", "u8", nodes, (node) => modules.has(node)),
    column("NODE_LABELS", "u64", nodes, (node) =>
      wordOf(nodeLabels.filter(([at]) => at === node).map(([, bit]) => bit)),
    ),
    starts(
      "ACTION",
      nodes.map((node) => actionsAt.get(node) ?? []),
    ), // they are sorted by node
    column("ACTION_EVENT", "u8", actions, ({ event }) => event),
    column("ACTION_CONDITION", "u16", actions, ({ condition }) => condition),
    column("ACTION_EFFECT", "u16", actions, ({ effect }) => encodeEffect(effect)),
    data("CONDITIONS", "u16", conditions),
  ];
}

function intrinsicsByNode(tree: NameTree): Map<number, number> {
  const lists = Object.values(INTRINSICS);
  return new Map(lists.flatMap((names, i) => names.map((name) => [tree.node(name), i + 1] as const)));
}

/** Edge 0 stands for none. */
function edgeTables({ edges }: NameTree): string[] {
  const table = hashTable(edges.map(({ from, name }) => hashEdge(from, name)));
  const all = [{ from: 0, name: 0, to: 0 }, ...edges];
  return [
    constant("EDGE_MASK", table.mask),
    data("EDGE_SLOTS", "u16", table.slots),
    column("EDGE_FROM", "u16", all, ({ from }) => from),
    column("EDGE_NAME", "u16", all, ({ name }) => name),
    column("EDGE_TO", "u16", all, ({ to }) => to),
  ];
}
