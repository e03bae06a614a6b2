import { describe, expect, onTestFinished, test } from "vitest";
import { startHungFilesystem } from "../../support/hung-filesystem.ts";
import { guest, only, WAYS } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";

describe.each(WAYS)("a file system that never answers, by %s", (_, way) => {
  test("holds the request, and neither the event loop nor other grants", async ({ skip }) => {
    const hung = startHungFilesystem();
    if ("unavailable" in hung) return skip(hung.unavailable);
    onTestFinished(hung.stop);
    const base = layOut({ file: "f" });
    const files = guest(way, { read: only(hung.path, base) });
    let answered = false;
    const waiting = files.readFile(`${hung.path}/file`).finally(() => {
      answered = true;
    });
    for (let count = 0; count < 20; count++) {
      expect(await files.readFile(`${base}/file`)).toMatchObject({ value: "f" });
      await new Promise((turn) => setTimeout(turn, 1));
    }
    expect(answered).toBe(false);
    hung.stop();
    expect((await waiting).kind).toBe("failed");
  });
});
