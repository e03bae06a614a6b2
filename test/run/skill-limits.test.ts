import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startHttp } from "../broker/network/support/servers.ts";
import { cli } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { type Step, scripted } from "../support/scripted-component.ts";

/** Runs a skill that may read and write a folder, with these flags; the exit code, and what ended it, as the log has it too. */
async function run(folder: string, steps: readonly Step[], ...flags: readonly string[]) {
  const own = temporaryFolder();
  const [path, log] = [join(own, "skill.wasm"), join(own, "audit.jsonl")];
  writeFileSync(path, await scripted(steps));
  const grants = [`--allow-fs-read=${folder}`, `--allow-fs-write=${folder}`, `--audit-log=${log}`];
  const { stdout } = await cli(["run", "--json", ...grants, ...flags, path]);
  const { exit, outcome } = JSON.parse(stdout);
  const events = readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ended = events.filter(({ event }) => event === "limit_exceeded").map(({ limit }) => limit);
  expect(ended).toEqual(outcome.limit === undefined ? [] : [outcome.limit]);
  return { exit, limit: outcome.limit };
}

const CONTENT = "x".repeat(5000);

test.each([
  ["--max-disk=4096", "disk"],
  ["--max-host-write=4999", "host-write"],
  ["--max-open-files=0", "open-files"],
])("what a skill writes counts: %s", async (flag, limit) => {
  const folder = temporaryFolder();
  expect(await run(folder, [{ write: join(folder, "new"), content: CONTENT }], flag)).toEqual({ exit: 124, limit });
  expect(existsSync(join(folder, "new"))).toBe(false);
});

test("a file that is there grows by what is more", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "old"), CONTENT);
  const over = { write: join(folder, "old"), content: `${CONTENT}${"y".repeat(100)}` };
  expect(await run(folder, [over], "--max-disk=100")).toEqual({ exit: 0, limit: undefined });
  writeFileSync(join(folder, "old"), CONTENT);
  expect(await run(folder, [over], "--max-disk=99")).toEqual({ exit: 124, limit: "disk" });
  expect(readFileSync(join(folder, "old"), "utf8")).toBe(CONTENT);
});

test.each([
  ["--max-host-read=4999", "host-read"],
  ["--max-open-files=0", "open-files"],
])("what a skill reads counts: %s", async (flag, limit) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "old"), CONTENT);
  expect(await run(folder, [{ read: join(folder, "old") }], flag)).toEqual({ exit: 124, limit });
});

test("what a skill asks for counts, granted or not", async () => {
  const folder = temporaryFolder();
  const ask = { read: join(folder, "missing") };
  expect(await run(folder, [ask, ask], "--max-host-calls=2")).toEqual({ exit: 0, limit: undefined });
  expect(await run(folder, [ask, ask, ask], "--max-host-calls=2")).toEqual({ exit: 124, limit: "host-calls" });
});

test.each([
  ["--max-http-requests=2", undefined, 2],
  ["--max-http-requests=1", "http-requests", 1],
  ["--max-http-response=4999", "http-response", 1],
] as const)("what a skill gets from a server counts: %s", async (flag, limit, connections) => {
  const server = await startHttp((_, response) => response.end(CONTENT));
  const get = { get: `http://127.0.0.1:${server.port}/` };
  const ended = await run(temporaryFolder(), [get, get], `--allow-network=127.0.0.1:${server.port}`, flag);
  expect(ended).toEqual({ exit: limit === undefined ? 0 : 124, limit });
  expect(server.connections()).toBe(connections);
});
