import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AskPerson } from "../../../src/broker/asking.ts";
import { decodeEntries } from "../../../src/guest/file-messages.ts";
import { u32 } from "../../../src/guest/messages.ts";
import { withFlag } from "../../../src/policy/hint.ts";
import { onlyRule, resolveGrants } from "../../../src/policy/resolve.ts";
import { only } from "./support/guest.ts";
import { layOut } from "./support/tree.ts";
import { wasiGuest } from "./support/wasi.ts";

/** Says this to each question, and keeps what it was. */
function person(...answers: readonly ("once" | "always" | "deny")[]) {
  const questions: string[] = [];
  const ask: AskPerson = async ({ operation, hint = "" }) => {
    const answer = answers[questions.length];
    questions.push(`${operation} ${hint}`);
    if (answer === undefined || answer === "deny") return undefined;
    const permitted = onlyRule(resolveGrants(withFlag({}, hint), "/"), hint, `at the prompt, ${answer}`);
    return permitted && { grants: permitted, always: answer === "always" };
  };
  return { ask, questions };
}

describe("where somebody can be asked", () => {
  test("every path can be named, and is opened once, always, or not at all", async () => {
    const base = layOut({ a: "A", b: "B" });
    const { ask, questions } = person("once", "deny", "always");
    const guest = await wasiGuest({ ask });
    const root = await guest.folder("/");
    const a = `${base.slice(1)}/a`;
    expect(await guest.open(root, a, "read")).toBeTypeOf("number");
    expect(await guest.open(root, a, "read")).toBe("not-permitted");
    expect(await guest.open(root, a, "read")).toBeTypeOf("number");
    expect(await guest.open(root, a, "read")).toBeTypeOf("number");
    expect(await guest.open(await guest.folder("."), `${base.slice(1)}/b`, "read")).toBe("not-permitted");
    const flag = `--allow-fs-read=${base}`;
    expect(questions).toEqual([...Array(3).fill(`open ${flag}/a`), `open ${flag}/b`]);
    expect(guest.decisions.map(({ allowed, rule }) => (allowed ? rule : "no"))).toEqual(
      [`${flag}/a`, "no", `${flag}/a`, `${flag}/a`, "no"].map((rule) => rule),
    );
  });

  test("nothing beside what was opened can be seen, nor whether it exists", async () => {
    const base = layOut({ a: "A", b: "B" });
    const guest = await wasiGuest({ ask: person("always").ask });
    const root = await guest.folder("/");
    expect(await guest.open(root, `${base.slice(1)}/a`, "read")).toBeTypeOf("number");
    for (const name of ["b", "absent"]) {
      expect(await guest.open(root, `${base.slice(1)}/${name}`, "read")).toBe("not-permitted");
    }
    expect(await guest.open(root, `${base.slice(1)}/a`, "write")).toBe("read-only");
  });

  test("reading and writing are two questions", async () => {
    const base = layOut({ a: "A" });
    const { ask, questions } = person("once", "once");
    const guest = await wasiGuest({ ask });
    const root = await guest.folder("/");
    expect(await guest.open(root, `${base.slice(1)}/a`, "read", "write")).toBeTypeOf("number");
    expect(questions).toEqual([`open --allow-fs-write=${base}/a`, `open --allow-fs-read=${base}/a`]);
    expect(await guest.open(root, `${base.slice(1)}/a`, "read")).toBe("not-permitted");
  });

  test("a new file is made only after a yes, and a folder that is missing is said to be missing", async () => {
    const base = layOut({ out: {} });
    const { ask } = person("deny", "once", "once");
    const guest = await wasiGuest({ ask });
    const root = await guest.folder("/");
    expect(await guest.open(root, `${base.slice(1)}/out/x`, "write", "create")).toBe("not-permitted");
    expect(existsSync(`${base}/out/x`)).toBe(false);
    expect(await guest.open(root, `${base.slice(1)}/out/x`, "write", "create")).toBeTypeOf("number");
    expect(await guest.open(root, `${base.slice(1)}/none/x`, "write", "create")).toBe("no-entry");
    expect(guest.changed().map(({ path }) => path)).toEqual([`${base}/out/x`]);
  });

  test("a link that leads elsewhere is asked about again, with where it leads", async () => {
    const base = layOut({ "notes.txt": "harmless", work: {}, secret: "SECRET" });
    symlinkSync("../secret", `${base}/work/notes.txt`);
    const { ask, questions } = person("always", "deny");
    const guest = await wasiGuest({ ask });
    const root = await guest.folder("/");
    expect(await guest.open(root, `${base.slice(1)}/work/notes.txt`, "read", "follow")).toBe("not-permitted");
    expect(questions).toEqual([`open --allow-fs-read=${base}/work/notes.txt`, `open --allow-fs-read=${base}/secret`]);
  });

  test("a folder that was granted for reading is written to after a yes, and only there", async () => {
    const base = layOut({ data: { old: "one", other: "two" } });
    const { ask, questions } = person("once");
    const guest = await wasiGuest({ read: only(`${base}/data`), ask });
    const folder = await guest.folder(`${base}/data`);
    expect(await guest.open(folder, "old", "write", "truncate")).toBeTypeOf("number");
    expect(await guest.open(folder, "other", "write", "truncate")).toBe("read-only");
    expect([readFileSync(`${base}/data/old`, "utf8"), readFileSync(`${base}/data/other`, "utf8")]).toEqual(["", "two"]);
    expect(questions[0]).toBe(`open --allow-fs-write=${base}/data/old`);
  });

  test("a folder that may be listed once is listed to its end", async () => {
    const base = layOut({ data: { one: "1", two: "2" } });
    const { ask } = person("once", "once");
    const guest = await wasiGuest({ ask });
    const folder = Number(await guest.open(await guest.folder("/"), `${base.slice(1)}/data`, "folder"));
    const listing = await guest.ask("openListing", u32(folder));
    const entries = decodeEntries(Buffer.from(await guest.ask("nextEntries", listing)));
    expect(entries.map(({ name }) => name).sort()).toEqual(["one", "two"]);
    expect(await guest.ask("openListing", u32(folder))).toBe("not-permitted");
  });

  test("our own files, and what --dir says, are no question", async () => {
    const base = layOut({ ours: "x", data: { old: "one" } });
    const { ask, questions } = person("always", "always");
    const dirs = [{ host: `${base}/data`, guest: "/d", readOnly: true }];
    const guest = await wasiGuest({ protectedPaths: [`${base}/ours`], dirs, ask });
    expect(await guest.open(await guest.folder("/d"), "old", "write")).toBe("read-only");
    expect(await guest.open(await guest.folder("/"), `${base.slice(1)}/ours`, "read")).toBe("not-permitted");
    expect(questions).toEqual([]);
  });
});

test("where nobody can be asked, no folder is there that was not granted", async () => {
  const guest = await wasiGuest({});
  await expect(guest.folder("/")).rejects.toThrow("no / among ");
});
