import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Decision } from "../../../../src/broker/decision.ts";
import type { OpenEntry } from "../../../../src/broker/files/entry.ts";
import { seededRandom } from "../../../scanner/seeded-random.ts";
import { guest, only } from "./guest.ts";
import { layOutModel, type Random, randomPath, randomTree } from "./random-tree.ts";
import { type Answer, kernelPath, referenceAnswer } from "./reference.ts";
import { layOut } from "./tree.ts";

/** Reads many random paths in many random trees and compares with the reference; gives how often each answer came. */
export async function compareWithReference(way: OpenEntry, seed: number, trees: number, paths: number) {
  const random = seededRandom(seed);
  const counts = new Map<string, number>();
  for (let tree = 0; tree < trees; tree++) {
    for (const answer of await compareInOneTree(way, random, paths)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return counts;
}

async function compareInOneTree(way: OpenEntry, random: Random, paths: number): Promise<string[]> {
  const base = layOut(OUTSIDE);
  const [grant, cwd] = [`${base}/grant`, `${base}/grant/a`];
  const model = randomTree(random, base);
  layOutModel(grant, model);
  const files = guest(way, { read: only(grant) }, { cwd });
  const answers: string[] = [];
  for (let count = 0; count < paths; count++) {
    const path = randomPath(random, base);
    const answer = answerOf(await files.readFile(path));
    expect({ path, ...answer }).toEqual({ path, ...referenceAnswer(model, grant, cwd, path) });
    if ("value" in answer) expect(answer.value).toBe(readFileSync(kernelPath(grant, cwd, path), "utf8"));
    answers.push("value" in answer ? "value" : Object.values(answer).join());
  }
  files.close();
  return answers;
}

/** Folders of every name that a path can go through on its way back in: the kernel looks there, and we do not. */
const OUTSIDE = {
  ...Object.fromEntries(["a", "b", "c", "ab", "secret"].map((name) => [name, { a: "OUTSIDE", secret: "OUTSIDE" }])),
  outside: { a: "OUTSIDE", secret: "OUTSIDE", b: { a: "OUTSIDE" } },
  "grant-a": { a: "OUTSIDE" },
};

function answerOf(decision: Decision<string>): Answer {
  if (decision.kind === "done") return { value: decision.value };
  return decision.kind === "denied" ? { rule: decision.rule } : { reason: decision.reason };
}
