import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openPool, type Pool, type WarmUp } from "../../src/scan/pool.ts";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import { buildFakeScanner } from "./support/fake-scanner.ts";

const entry = join(import.meta.dirname, "../../src/scan/worker-main.ts");
const AT_ONCE: WarmUp = { skills: 0, bytes: 0 };
const skill = (text: string) => [{ path: "a.py", content: Buffer.from(text) }];

describe("a pool of scanners", () => {
  let directory: string;
  let pool: Pool;
  beforeAll(async () => {
    directory = await buildFakeScanner();
  });
  afterEach(() => pool.close());

  function open(jobs: number, warmUp: WarmUp = AT_ONCE): Pool {
    pool = openPool(loadBuiltIn(directory), { entry, directory, jobs, warmUp });
    return pool;
  }

  it("answers each with its own answer, whichever thread was first", async () => {
    open(2);
    const replies = await Promise.all(["x", "t", "x", "e", "x"].map((text) => pool.scan(skill(text))));
    expect(replies.map(({ kind }) => kind)).toEqual(["findings", "failed", "findings", "failed", "findings"]);
  });

  it("gives each skill a fresh instance: nothing of one reaches the next", async () => {
    open(1);
    await pool.scan(skill("p"));
    expect(await pool.scan(skill("x"))).toMatchObject({ kind: "findings" });
  });

  it("reads the first skills itself, before it starts threads", async () => {
    open(2, { skills: 1, bytes: 1000 });
    expect(pool.scan(skill("x"))).not.toBeInstanceOf(Promise);
    expect(pool.scan(skill("x"))).toBeInstanceOf(Promise);
  });

  it("starts them earlier when those are large", async () => {
    open(2, { skills: 16, bytes: 3 });
    for (let read = 0; read < 3; read++) expect(pool.scan(skill("x"))).not.toBeInstanceOf(Promise);
    expect(pool.scan(skill("x"))).toBeInstanceOf(Promise);
  });

  it("takes two skills for each thread at a time: none waits until its next is read", () => {
    expect(open(3).concurrency).toBe(6);
  });
});

it("a thread that cannot start is a failure of the scan, not of the process", async () => {
  const directory = await buildFakeScanner();
  const pool = openPool(loadBuiltIn(directory), { entry, directory: "/nowhere", jobs: 1, warmUp: AT_ONCE });
  expect(await pool.scan(skill("x"))).toMatchObject({ kind: "failed" });
  await pool.close();
});
