import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Decision } from "../../src/broker/decision.ts";
import { createFiles, type Files } from "../../src/broker/files/files.ts";
import { defineTarget } from "../target.ts";
import { type Answer, resolveSlowly } from "./paths-reference.ts";
import { type Root, rootOf } from "./paths-roots.ts";
import { layOut, type Planted, type Snapshot, snapshot } from "./paths-tree.ts";

const NAMES = ["a", "b", "c"] as const;
const TOP = ["grant", "other", "link", "grant-a", "outside"] as const;
const name = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom<string>(...NAMES) },
  { weight: 2, arbitrary: fc.constantFrom("..", "..", "..", ".", "") },
  { weight: 1, arbitrary: fc.constantFrom<string>(...TOP) },
);
const end = fc.constantFrom("", "", "", "", "/", "/.", "/..");
/** BASE stands for the folder that everything is in. */
const start = fc.constantFrom(
  "",
  "",
  "",
  "BASE/grant/",
  "BASE/grant/",
  "BASE/link/",
  "BASE/other/",
  "BASE/",
  "BASE//./grant/../grant/",
);
const path = fc
  .tuple(start, fc.array(name, { minLength: 1, maxLength: 4 }), end)
  .map(([from, names, last]) => from + names.join("/") + last);
const place = fc
  .tuple(
    fc.constantFrom("grant", "grant", "grant", "other", "outside"),
    fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
  )
  .map(([top, names]) => [top, ...names].join("/"));
const planted: fc.Arbitrary<Planted> = fc.oneof(
  fc.record({ at: place, kind: fc.constant("folder" as const) }),
  fc.record({ at: place, kind: fc.constant("file" as const) }),
  fc.record({ at: place, kind: fc.constant("hard link" as const) }),
  { weight: 2, arbitrary: fc.record({ at: place, kind: fc.constant("link" as const), target: path }) },
);
const step = fc.record({ path, write: fc.boolean() });

/** Should a walk ever get out, it shall not get far. */
const DEEP = "1/2/3/4/5/6/7/8";

/** Paths of a guest: the broker opens what a slow resolver says, or refuses; nothing outside the grants is touched. */
export const paths = defineTarget({
  name: "paths",
  inputs: fc.record({
    tree: fc.array(planted, { minLength: 5, maxLength: 30, size: "max" }),
    grants: fc.uniqueArray(fc.constantFrom("grant", "other", "link", "grant/a", "grant/b/c"), {
      minLength: 1,
      maxLength: 2,
    }),
    cwd: fc.constantFrom("grant", "grant/a", "outside", ""),
    steps: fc.array(step, { minLength: 1, maxLength: 20, size: "max" }),
  }),
  gateRuns: 25,
  async check({ tree, grants, cwd, steps }) {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), "wasm-sandbox-fuzz-"));
    const base = join(folder, DEEP);
    mkdirSync(base, { recursive: true });
    try {
      layOut(base, tree);
      const roots = grants.map((grant) => rootOf(join(base, grant)));
      // A link that leads up makes the operator's grant a folder of this machine, which the target must not fill.
      if (!roots.every(({ real }) => isBelow(real, base))) return;
      const granted = { all: false, paths: roots.map(({ spelled }) => spelled), denied: [] };
      const options = { cwd: join(base, cwd), protectedPaths: [], home: "/nonexistent" };
      const files = createFiles({ read: granted, write: granted }, options);
      const world = { base, grants: roots, cwd: options.cwd };
      await grantsOpened(files, granted.paths);
      for (const [index, { path: text, write }] of steps.entries()) {
        const spelled = text.replace("BASE", base);
        if (spelled !== "") await (write ? checkWrite : checkRead)(files, world, spelled, `content ${index}`);
      }
      files.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

interface World {
  readonly base: string;
  readonly grants: readonly Root[];
  readonly cwd: string;
}

/** A grant is looked at while the run begins: what the first steps write could else be part of what it means. */
async function grantsOpened(files: Files, spelled: readonly string[]): Promise<void> {
  for (const each of spelled) {
    await files.readFile(`${each}/.`);
    await files.writeFile(`${each}/.`, new Uint8Array());
  }
}

async function checkRead(files: Files, world: World, path: string): Promise<void> {
  const expected = resolveSlowly({ ...world, path });
  const answer = await files.readFile(path);
  if (expected.kind === "file") {
    assert.deepEqual(said(answer), { kind: "done", value: readFileSync(expected.real, "utf8") }, path);
    assert(
      world.grants.some(({ real }) => isBelow(expected.real, real)),
      `${expected.real} is outside`,
    );
  } else assert.deepEqual(said(answer), refusalOf(expected, "read"), path);
}

async function checkWrite(files: Files, world: World, path: string, content: string): Promise<void> {
  const expected = resolveSlowly({ ...world, path });
  const before = snapshot(world.base);
  const answer = await files.writeFile(path, Buffer.from(content));
  const refused = refusalOf(expected, "write");
  assert.deepEqual(said(answer), refused ?? { kind: "done", value: undefined }, path);
  const after: Snapshot = new Map(before);
  if (refused === undefined && "real" in expected) after.set(expected.real, `file ${content}`);
  assert.deepEqual(snapshot(world.base), after, `${path} changed something else`);
}

function isBelow(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder}/`);
}

function said(answer: Decision<string | undefined>): unknown {
  if (answer.kind === "done") return { kind: "done", value: answer.value };
  return answer.kind === "denied" ? { kind: "denied", rule: answer.rule } : { kind: "failed", reason: answer.reason };
}

/** What the broker says instead of doing it; undefined when it does it. */
function refusalOf(expected: Answer, direction: "read" | "write"): unknown {
  if (expected.kind === "denied" || expected.kind === "failed") return expected;
  if (expected.kind === "folder") return { kind: "failed", reason: "is a folder" };
  if (direction === "write")
    return expected.kind === "file" && expected.names > 1 ? { kind: "denied", rule: "hard-linked-write" } : undefined;
  return expected.kind === "vacant" ? { kind: "failed", reason: "no such file or folder" } : undefined;
}
