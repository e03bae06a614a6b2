import { realpathSync } from "node:fs";
import { pathBytes, type RawPath } from "./raw-path.ts";
import type { OverBudget, ReadBudget } from "./read-budget.ts";
import { type FileRead, readFile } from "./read-file.ts";

/**
 * The file of the same skill that a link stands for, which whoever runs the link runs under the link's name: `run.py` may be
 * `data.txt`. Undefined for what is no link to such a file, wherever it leads.
 */
export function linkedFile(path: RawPath, skill: RawPath, budget: ReadBudget): FileRead | OverBudget | undefined {
  const [from, to] = [realPath(skill), realPath(path)];
  if (from === undefined || to === undefined || !to.startsWith(`${from}/`)) return undefined;
  const read = readFile(to, { maxBytes: budget.limits.fileBytes, follow: false });
  return read.kind === "file" ? (budget.spent(skill) ?? budget.charge(skill, read)) : undefined;
}

function realPath(path: RawPath): RawPath | undefined {
  try {
    return realpathSync(pathBytes(path), { encoding: "buffer" }).toString("latin1") as RawPath;
  } catch {
    return undefined; // it leads nowhere, or in a circle
  }
}
