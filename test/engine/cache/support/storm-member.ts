import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { loadEntry } from "../../../../src/engine/cache/load.ts";
import { storeEntry } from "../../../../src/engine/cache/store.ts";
import { seededRandom } from "../../../scanner/seeded-random.ts";
import { age } from "./entries.ts";
import { belongsTo, entryOf, KEYS, keyOf, MAX_BYTES } from "./storm-entries.ts";

/**
 * One process of the storm, until it is killed: `storm-member.ts FOLDER SEED writer|vandal`. A writer stores, evicts and
 * loads, and says and ends when it is given anything but what belongs to the key. A vandal damages what it finds, or makes it
 * old enough to be evicted.
 */
const [folder = "", seed = "0", role] = process.argv.slice(2);
const random = seededRandom(Number(seed));
writeSync(1, "ready\n");
for (;;) {
  if (role === "vandal") damageOne();
  else useOne(random(KEYS), random(KEYS));
}

function useOne(stored: number, loaded: number): void {
  const problem = storeEntry(folder, keyOf(stored), entryOf(stored), MAX_BYTES);
  if (problem !== undefined) fail(`not kept: ${problem}`);
  for (let times = 0; times < 5; times += 1) {
    const entry = loadEntry(folder, keyOf(loaded));
    if (entry !== undefined && !belongsTo(loaded, entry)) fail("corrupt");
  }
}

function fail(what: string): never {
  writeSync(1, `${what}\n`);
  process.exit(1);
}

function damageOne(): void {
  // Not what a writer is writing: made older, it would rightly be taken for a dead writer's.
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  const [path, other] = [0, 1].map(() => join(folder, names[random(names.length)] ?? `${keyOf(0)}.component`));
  if (path === undefined || other === undefined || path === other) return;
  try {
    damage(path, other);
  } catch (error) {
    // Evicted or renamed meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function damage(path: string, other: string): void {
  const kind = random(6);
  if (kind > 3) age(path, 3_600_000);
  else if (kind === 0) truncateSync(path, random(50_000));
  else if (kind === 1) copyFileSync(other, path);
  else if (kind === 2) writeFileSync(path, "planted", { mode: 0o600 });
  else flipOneBit(path);
}

function flipOneBit(path: string): void {
  const bytes = readFileSync(path);
  const at = random(Math.max(bytes.length, 1));
  if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
  writeFileSync(path, bytes);
}
