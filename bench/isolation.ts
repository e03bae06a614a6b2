import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine } from "../src/isolation/engine.ts";
import { systemProgram } from "../src/isolation/system-program.ts";
import { scripted } from "../test/support/scripted-component.ts";
import type { Figure } from "./figure.ts";
import { type Command, median, run, slowness, wall } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const ROUNDS = 20;

/** What bubblewrap adds to a run: the median of the differences of interleaved pairs. Nothing where it is not installed. */
export async function isolation(): Promise<Figure[]> {
  if (systemProgram("bwrap") === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-bench-"));
  const component = join(folder, "small.wasm");
  writeFileSync(component, await scripted([{ say: "hello" }]));
  const sandboxed = (how: string): Command => ({
    file: join(root, "bin/wasm-sandbox.js"),
    args: ["run", `--isolation=${how}`, component],
    env: { HOME: folder, PATH: "/usr/bin:/bin" },
  });
  const [plain, wrapped] = [sandboxed("process"), sandboxed("bubblewrap")];
  for (const command of [plain, wrapped]) run(command);
  const added = Array.from({ length: ROUNDS }, () => {
    const without = wall(plain);
    return wall(wrapped) - without;
  });
  const atMost = 20 * slowness({ file: findEngine(root).path, args: ["-e", "0"] });
  rmSync(folder, { recursive: true });
  return [{ name: "bubblewrap, added to a run", value: median(added), unit: "ms wall", atMost }];
}
