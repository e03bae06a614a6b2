import { describe, expect, test } from "vitest";
import { cli } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";

const LINES = ["isolation:", "walls:", "engine:", "limits:", "prepared:", "time:", "guest:"];

describe("run --verbose", () => {
  test("adds to stderr how it went, and changes nothing else", async () => {
    const component = await componentFile([{ read: "/etc/passwd" }, { say: "done" }]);
    const plain = await cli(["run", component]);
    const verbose = await cli(["run", "--verbose", component]);
    expect(verbose.stdout).toBe(plain.stdout);
    expect(verbose.stderr.startsWith(plain.stderr)).toBe(true);
    const added = verbose.stderr.slice(plain.stderr.length).trimEnd().split("\n");
    expect(added.map((line) => line.split(" ")[0])).toEqual(LINES);
    expect(added[2]).toMatch(/\(Node \d+\.\d+\.\d+, pinned, digest verified\)$/);
    expect(added[3]).toContain("timeout 30s");
    expect(added[4]).toBe("prepared:  from the cache");
    expect(added[5]).toMatch(/prepare \d+ ms, guest \d+ ms$/);
    expect(added[6]).toMatch(/requests to the host 1$/);
    if (process.platform === "linux") expect(added[6]).toMatch(/peak resident \d+(\.\d)?MiB/);
  });

  test("--json stays one object on stdout", async () => {
    const { stdout, stderr } = await cli(["run", "--verbose", "--json", await componentFile([{ say: "new" }])]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: { kind: "returned", text: "new" } });
    expect(stderr).toMatch(/^isolation: /);
    expect(stderr).toContain("prepared:  afresh\n");
  });

  test("says of a run that was refused what it did not come to", async () => {
    const { code, stderr } = await cli(["run", "--verbose", "--timeout=0s", await componentFile([])]);
    expect(code).toBe(124);
    expect(stderr).toMatch(/\nprepared: {2}(not reached|from the cache|afresh)\n/);
  });
});
