import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { linesOf } from "../../src/scan/lines.ts";
import { parseShard, shardOf } from "../../src/scan/shard.ts";
import { cli, ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

function skills(...codes: readonly string[]): string[] {
  const root = temporaryFolder();
  return codes.map((code, i) => {
    const folder = join(root, `s${i}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "main.py"), code);
    return folder;
  });
}

const BAD = "import os\nos.system(command)\n";
const GOOD = "x = 1\n";

async function scanList(paths: readonly string[], ...args: readonly string[]) {
  const { code, stdout, stderr } = await cli(["scan", "--stdin-list", ...args], { input: paths.join("\n") });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { code, stderr, results: lines.map((line) => JSON.parse(line)) };
}

describe("scan --stdin-list", () => {
  it.each([
    [["--output", "json=x.json"], "--output"],
    [["--scanner", "x.wasm"], "--scanner"],
    [["--file", "x.py"], "--file"],
    [["--code", "x"], "--code"],
    [["--config", "c.yaml"], "--config"],
  ])("refuses what it would not heed: %j", async (args, name) => {
    const { code, results, stderr } = await scanList([], ...args);
    expect([code, results]).toEqual([2, []]);
    expect(stderr).toContain(`--stdin-list and ${name} are given`);
  });

  it("is what --shard needs", async () => {
    expect(await cli(["scan", "--shard", "0/2", "--code", "x"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("prints each skill on a line of its own, in the order of the list", async () => {
    const paths = skills(GOOD, BAD, GOOD);
    const { code, results } = await scanList(paths, "--fail-on=medium");
    expect(results.map(({ path }) => path)).toEqual(paths);
    expect(results.map(({ findings }) => findings.length > 0)).toEqual([false, true, false]);
    expect(code).toBe(1);
  });

  it("gives the same with threads as without", async () => {
    const paths = skills(...Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? BAD : GOOD)));
    const [one, many] = await Promise.all([scanList(paths, "--jobs=1"), scanList(paths, "--jobs=4")]);
    expect(many.results).toEqual(one.results);
    expect(many.results).toHaveLength(60);
  });

  it("gives the same with results that were kept", async () => {
    const paths = skills(GOOD, BAD);
    const cache = join(temporaryFolder(), "results");
    const first = await scanList(paths, `--cache=${cache}`);
    expect((await scanList(paths, `--cache=${cache}`)).results).toEqual(first.results);
  });

  it("tells of a path that cannot be scanned, scans the others, and ends with 3", async () => {
    const [good = "", bad = ""] = skills(GOOD, BAD);
    const { code, results } = await scanList([good, "/not/there", bad], "--fail-on=never");
    expect(results).toContainEqual({ path: "/not/there", error: "cannot scan /not/there: no such file" });
    expect(results.flatMap(({ path, error }) => (error === undefined ? [path] : []))).toEqual([good, bad]);
    expect(code).toBe(3);
  });

  it("leaves to other machines what is theirs", async () => {
    const paths = skills(GOOD, GOOD, GOOD, GOOD, GOOD);
    const shards = await Promise.all(["0/2", "1/2"].map((shard) => scanList(paths, `--shard=${shard}`)));
    expect(shards.map(({ results }) => results.map(({ path }) => paths.indexOf(path)))).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  it("refuses paths beside the list", async () => {
    expect(await scanList([], "skill")).toMatchObject({ code: 2, results: [] });
  });
});

describe("a shard", () => {
  it.each(["", "1", "2/2", "-1/2", "0/0", "a/b", "0/2000000"])("is not '%s'", (text) => {
    expect(() => parseShard(text)).toThrow(/not a part of a whole/);
  });

  it("and the others of its kind are the whole", async () => {
    const whole = Array.from({ length: 10 }, (_, i) => i);
    const parts = await Promise.all([0, 1, 2].map((index) => all(shardOf(stream(whole), { index, count: 3 }))));
    expect(parts.flat().toSorted((a, b) => a - b)).toEqual(whole);
  });
});

describe("lines of a list", () => {
  const lines = (...chunks: readonly string[]) => all(linesOf(stream(chunks.map((chunk) => Buffer.from(chunk)))));

  it("may be split anywhere, end with CR LF, or not end at all", async () => {
    expect(await lines("a\r\nb", "c\n\n", "é".slice(0), "d")).toEqual(["a", "bc", "éd"]);
  });

  it("are refused when no path is so long", async () => {
    await expect(lines("x".repeat(10_000))).rejects.toThrow(/more than 4096 bytes/);
  });
});

describe("the Kubernetes job", () => {
  const job = parse(readFileSync(join(ROOT, "examples/kubernetes/scan-job.yaml"), "utf8"));
  const [container] = job.spec.template.spec.containers;

  it("has as many pods as its shards", () => {
    expect(job.spec.completions).toBe(16);
    expect(container.args[0]).toContain('--shard "$JOB_COMPLETION_INDEX/16"');
  });

  it("runs a command that works, and leaves whole results only", async () => {
    const root = temporaryFolder();
    const paths = skills(...Array.from({ length: 20 }, () => BAD));
    writeFileSync(join(root, "list.txt"), paths.join("\n"));
    const script = String(container.args[0]).replaceAll("/results", root).replaceAll("/skills", root);
    const env = { JOB_COMPLETION_INDEX: "3", HOME: root, PATH: `${join(ROOT, "bin")}:/usr/bin:/bin` };
    await execa("/bin/sh", ["-ec", script.replaceAll("wasm-sandbox ", "wasm-sandbox.js ")], { env, extendEnv: false });
    const written = readFileSync(join(root, "3.jsonl"), "utf8").trim().split("\n");
    expect(written.map((line) => JSON.parse(line).path)).toEqual([paths[3], paths[19]]);
  });
});

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

async function* stream<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
