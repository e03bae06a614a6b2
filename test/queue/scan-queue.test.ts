import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobCounts } from "../../src/queue/results.ts";
import { BIN, cli, HOME } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { pause } from "../support/processes.ts";
import { type RedisServer, startRedis } from "./redis.ts";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** Skills that take a while each: the workers must be busy when one of them is killed. */
function skills(count: number): string[] {
  const root = temporaryFolder();
  const code = `${"def f(x):\n    return x + 1\n".repeat(4_000)}import os\nos.system(command)\n`;
  return Array.from({ length: count }, (_, i) => {
    const folder = join(root, `skill-${i}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "SKILL.md"), `---\nname: skill-${i}\ndescription: one of many\n---\n`);
    writeFileSync(join(folder, "main.py"), code);
    return folder;
  });
}

/** Each test has a queue of its own. */
const name = () => String(expect.getState().currentTestName?.replace(/\W+/g, "-").slice(-60));

const queue = (...args: readonly string[]) => ["scan-queue", ...args, `--redis=${redis.address}`, `--queue=${name()}`];

interface Result {
  readonly path: string;
  readonly state: string;
  readonly result: { readonly skills?: readonly { readonly verdict: string }[]; readonly error?: string };
}

async function results(): Promise<Result[]> {
  const { stdout } = await cli(queue("results"));
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

describe("a scan that several workers share", () => {
  test("loses no skill when one of them is killed in the middle of its jobs", async () => {
    const paths = skills(40);
    expect((await cli(queue("add"), { input: `${paths.join("\n")}\n` })).stdout).toBe("40 paths added\n");
    const worker = () =>
      execa(BIN, queue("work", "--until-empty", "--jobs=2", "--lock=1"), { env: { HOME }, reject: false });
    const victim = worker();
    await jobsAreAtWork();
    const others = [worker(), worker()];
    victim.kill("SIGKILL");
    expect((await victim).signal).toBe("SIGKILL");
    expect((await jobCounts({ redis: redis.address, name: name() })).active).toBeGreaterThan(0);
    expect((await Promise.all(others)).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const done = await results();
    expect(done.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(new Set(done.map(({ state }) => state))).toEqual(new Set(["completed"]));
    expect(done.every(({ result }) => result.skills?.length === 1)).toBe(true);
  }, 60_000);

  test("does nothing twice: what is in the queue is not added again", async () => {
    const input = skills(3).join("\n");
    await cli(queue("add"), { input });
    await cli(queue("add"), { input });
    expect(JSON.parse((await cli(queue("status"))).stdout)).toMatchObject({ waiting: 3, completed: 0 });
    await cli(queue("work", "--until-empty"));
    await cli(queue("add"), { input });
    expect(JSON.parse((await cli(queue("status"))).stdout)).toEqual({ waiting: 0, active: 0, completed: 3, failed: 0 });
  });

  test("believes no results that lie in what is scanned, and goes on", async () => {
    const [path = "", other = ""] = skills(2);
    await cli(queue("add"), { input: `${path}\n${other}\n` });
    await cli(queue("work", "--until-empty", `--cache=${path}/.cache`));
    const said = (await results()).toSorted((a, b) => Number(a.path === other) - Number(b.path === other));
    expect(said[0]?.result.error).toMatch(/lies in what is scanned/);
    expect(said[1]?.result.skills).toHaveLength(1);
  });

  test("tells of a path that is not there, and goes on", async () => {
    const [path = ""] = skills(1);
    await cli(queue("add"), { input: `${path}-not-there\n${path}\n` });
    await cli(queue("work", "--until-empty"));
    const outcomes = (await results()).map(({ result }) => result.error ?? result.skills?.[0]?.verdict);
    expect(outcomes).toContainEqual(expect.stringMatching(/^cannot scan .*-not-there: /));
    expect(outcomes).toHaveLength(2);
  });
});

async function jobsAreAtWork(): Promise<void> {
  while ((await jobCounts({ redis: redis.address, name: name() })).active === 0) await pause(5);
}

test("no server: exit 4, and what to do", async () => {
  const { code, stderr } = await cli(["scan-queue", "status", "--redis=redis://:secret@127.0.0.1:1"]);
  expect({ code, stderr }).toEqual({
    code: 4,
    stderr:
      "error: no Redis server answers at redis://:…@127.0.0.1:1\n  hint: start one, or name another with --redis\n",
  });
});

test("an address that is none: exit 2, without the password", async () => {
  const { code, stderr } = await cli(["scan-queue", "status", "--redis=http://u:secret@h"]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("secret");
});
