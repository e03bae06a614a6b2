import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCacheFolder } from "../../../../src/engine/cache/folder.ts";
import { loadEntry } from "../../../../src/engine/cache/load.ts";
import { storeEntry } from "../../../../src/engine/cache/store.ts";
import { seededRandom } from "../../../scanner/seeded-random.ts";
import { pause } from "../../../support/processes.ts";
import { temporaryFolder } from "../../support/prepare-options.ts";
import { age } from "./entries.ts";
import { belongsTo, entryOf, KEYS, keyOf, MAX_BYTES } from "./storm-entries.ts";

export interface Aftermath {
  /** What members said before they ended by themselves. */
  readonly complaints: readonly string[];
  /** Files of killed writers, before anybody cleaned up. */
  readonly leftovers: number;
  /** What is there once everything is old and one more entry has been stored. */
  readonly names: readonly string[];
  /** Keys that then gave something else than what belongs to them. */
  readonly corrupt: readonly number[];
}

/** Four writers and a vandal in one folder; each is killed (SIGKILL) and replaced `kills` times, at any moment. */
export async function storm(kills: number, seed: number): Promise<Aftermath> {
  const folder = join(temporaryFolder(), "cache");
  makeCacheFolder(folder);
  const roles = ["writer", "writer", "writer", "writer", "vandal"];
  const complaints = await Promise.all(roles.map((role, slot) => live(folder, role, seed + slot * 1000, kills)));
  const leftovers = readdirSync(folder).filter((name) => name.startsWith(".")).length;
  for (const name of readdirSync(folder)) age(join(folder, name), 3_600_000);
  storeEntry(folder, keyOf(0), entryOf(0), MAX_BYTES);
  const corrupt = Array.from({ length: KEYS }, (_, n) => n).filter((n) => isCorrupt(folder, n));
  return { complaints: complaints.flat(), leftovers, names: readdirSync(folder), corrupt };
}

async function live(folder: string, role: string, seed: number, kills: number): Promise<string[]> {
  const random = seededRandom(seed);
  const complaints: string[] = [];
  for (let life = 0; life < kills; life += 1) {
    const member = spawn(process.execPath, ["--no-warnings", MEMBER, folder, String(seed + life), role], STDIO);
    complaints.push(...(await endOf(member, random(200))));
  }
  return complaints;
}

async function endOf(member: ChildProcess, milliseconds: number): Promise<string[]> {
  const ended = once(member, "close");
  let said = "";
  member.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  await Promise.race([once(member.stdout ?? member, "data"), ended]);
  await pause(milliseconds);
  member.kill("SIGKILL");
  const [code] = await ended;
  return code === null && said === "ready\n" ? [] : [`ended with ${code}: ${said}`];
}

const MEMBER = fileURLToPath(new URL("./storm-member.ts", import.meta.url));
const STDIO = { stdio: ["ignore", "pipe", "inherit"] } satisfies Parameters<typeof spawn>[2];

function isCorrupt(folder: string, n: number): boolean {
  const entry = loadEntry(folder, keyOf(n));
  return entry !== undefined && !belongsTo(n, entry);
}
