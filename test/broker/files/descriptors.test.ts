import { readdirSync, readlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openDescriptorEntry } from "../../../src/broker/files/descriptor-entry.ts";
import { guest, only } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";

describe.runIf(process.platform === "linux")("descriptors", () => {
  test("are given back after every kind of answer, and the rest at close", async () => {
    const base = layOut({
      a: { b: { file: "f", bad: Uint8Array.of(0xff), out: ["/etc"] } },
      loop: ["loop"],
      link: ["a/b"],
    });
    const files = guest(
      openDescriptorEntry,
      { read: only(base, `${base}/a/b/file`), write: only(base) },
      { fileBytes: 1000 },
    );
    const names = [
      "a/b/file",
      "a/b/bad",
      "a/b/out/passwd",
      "a/b/missing",
      "a/b",
      "a/b/../../link/file",
      "loop",
      "no/such",
      "a/b/file/x",
    ];
    for (const name of names) await files.readFile(`${base}/${name}`);
    for (const name of names) await files.writeFile(`${base}/${name}`, Buffer.from("x"));
    await files.writeFile(`${base}/a/new`, Buffer.alloc(2000));
    await settled(() => openBelow(base).length <= 3);
    expect(openBelow(base).sort()).toEqual([base, base, `${base}/a/b`]);
    files.close();
    await settled(() => openBelow(base).length === 0);
    expect(openBelow(base)).toEqual([]);
  });
});

/** Closing is not waited for by the broker; the guard only bounds a test that would fail anyway. */
async function settled(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !done(); tries++) await new Promise((turn) => setTimeout(turn, 5));
}

function openBelow(base: string): string[] {
  const targets = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => target === base || target.startsWith(`${base}/`));
}
