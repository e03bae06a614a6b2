import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { age } from "../engine/cache/support/entries.ts";
import { seededRandom } from "../scanner/seeded-random.ts";
import { cli } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";
import { descendants, exitOf, gone, pause, startCli } from "../support/processes.ts";

const HANGS_MS = 20_000;

test("A27: runs at once on one cold cache, most of them killed while they prepare: the cache stays whole", async () => {
  const home = mkdtempSync(join(tmpdir(), "wasm-sandbox-a27-"));
  const cache = join(home, ".cache/wasm-sandbox");
  const components = await Promise.all(["one", "two", "three"].map((text) => componentFile([{ say: text }])));
  const random = seededRandom(27);
  const lives = Array.from({ length: 4 }, async () => {
    for (let run = 0; run < 4; run += 1) await runAndKill(components[random(3)] ?? "", home, random(250));
  });
  await Promise.all(lives);

  const listed = JSON.parse((await cli(["cache", "ls", "--json"], { env: { HOME: home } })).stdout);
  expect(listed.entries.filter(({ state }: { state: string }) => state !== "usable")).toEqual([]);
  for (const [index, text] of ["one", "two", "three"].entries()) {
    const { code, stdout } = await cli(["run", components[index] ?? ""], { env: { HOME: home } });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(text) });
  }

  // What killed writers left is gone once it is old and something new is stored.
  writeFileSync(join(cache, `.${listed.entries[0]?.key ?? "0".repeat(97)}.${crypto.randomUUID()}`), "half an entry");
  for (const name of readdirSync(cache)) age(join(cache, name), 3_600_000);
  await cli(["run", await componentFile([{ say: "four" }])], { env: { HOME: home } });
  expect(readdirSync(cache).filter((name) => name.startsWith("."))).toEqual([]);
});

/** Kills the command with SIGKILL after so long, if it has not ended; nothing of it may stay behind. */
async function runAndKill(component: string, home: string, milliseconds: number): Promise<void> {
  const child = startCli(["run", component], { HOME: home });
  const ended = exitOf(child);
  await Promise.race([pause(milliseconds), ended]);
  const below = descendants(child.pid ?? 0);
  child.kill("SIGKILL");
  await ended;
  expect(await gone(below, HANGS_MS)).toBe(true);
}

test("A27: an audit log that several runs append to at once has every line whole", async () => {
  const home = mkdtempSync(join(tmpdir(), "wasm-sandbox-a27-"));
  const log = join(home, "audit.jsonl");
  const component = await componentFile([{ read: "/nonexistent/a" }, { read: "/nonexistent/b" }]);
  const runs = Array.from({ length: 6 }, () => cli(["run", "--audit-log", log, component], { env: { HOME: home } }));
  for (const { code } of await Promise.all(runs)) expect(code).toBe(0);
  const events = readFileSync(log, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ofKind = (kind: string) => events.filter(({ event }) => event === kind).length;
  expect([ofKind("execution_started"), ofKind("execution_completed")]).toEqual([6, 6]);
});
