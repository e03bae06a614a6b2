import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { ATTACKS } from "../src/doctor/attacks/index.ts";
import { scripted } from "../test/support/scripted-component.ts";

/** Builds the hostile components of `doctor --attack` from what each attack says that its guest does. */
export async function buildAttacks(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const { id, guest } of ATTACKS) {
    if (guest === undefined) continue;
    const bytes = typeof guest === "string" ? await parse(guest) : await scripted(guest);
    await writeFile(join(outDir, `${id}.wasm`), bytes);
  }
}
