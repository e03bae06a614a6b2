import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../broker/files/support/tree.ts";
import { componentFile, temporaryFolder } from "../support/files.ts";
import { answersIn, compilerMissing, type GuestStep, OFLAGS, PROGRAMS, RIGHTS, word } from "../support/steps-guest.ts";
import { rawGuestMissing, type Watched, watchCli, watchRawGuest } from "../support/watched-cli.ts";

const MIB = 1024 * 1024;
/** What the command may hold at its peak, whatever a guest asks for: about four times what it holds for a small guest. */
const PEAK = 300 * MIB;
const linux = process.platform === "linux";

function limitIn({ stderr }: Watched): string | undefined {
  return /^\[LIMIT\] ([\w-]+):/m.exec(stderr)?.[1];
}

async function asked(program: () => Promise<string>, flags: readonly string[], steps: readonly GuestStep[]) {
  const input = steps.map((step) => `${step.map(word).join(" ")}\n`).join("");
  const result = await watchCli(["run", "--timeout=60s", ...flags, await program()], { input });
  expect(result.peak).toBeGreaterThan(20 * MIB);
  expect(result.peak).toBeLessThan(PEAK);
  return { ...result, answers: answersIn(result.stdout), limit: limitIn(result) };
}

describe.runIf(linux && compilerMissing === undefined).each(PROGRAMS)(
  "A08: a guest asks for more than there is, by %s",
  (_, program) => {
    test("of open files, folders and listings: the limit, and no more", async () => {
      const base = layOut({ data: { file: "x", sub: {} } });
      const flags = [`--dir=${base}/data::d`];
      // The adapter of a component has a table of its own, which is full before.
      const ended = ({ limit, answers }: { limit: string | undefined; answers: string[] }) => limit ?? answers[0];
      const full = expect.stringMatching(/^(open-files|done=\d{1,4} E(MFILE|NFILE|NOMEM))$/);
      const file: GuestStep = ["open", "d", "file", 1, 0, RIGHTS.read, 0, 1];
      expect(ended(await asked(program, flags, [["repeat", 1_000_000, ...file]]))).toEqual(full);
      const folder: GuestStep = ["open", "d", "sub", 1, OFLAGS.directory, RIGHTS.folder, 0, 1];
      expect(ended(await asked(program, flags, [["repeat", 1_000_000, ...folder]]))).toEqual(full);
      const closed = await asked(program, flags, [
        ["repeat", 2000, "ls", "d", "sub"],
        ["cat", "d", "file"],
      ]);
      expect(closed).toMatchObject({ code: 0, answers: [expect.stringMatching(/done=2000$/), "x"] });
    });

    test("of disk: sizes of 2^60, empty files and folders without end, holes", async () => {
      const base = layOut({ data: { file: "x" } });
      const grow = (...step: GuestStep) => [
        ["open", "d", "file", 1, 0, RIGHTS.folder | RIGHTS.both, 0, 1] as const,
        step,
      ];
      for (const step of [
        ["size", "@1", 2n ** 60n],
        ["size", "@1", 2n ** 63n],
        ["size", "@1", 2n ** 64n - 1n],
        ["allocate", "@1", 0, 2n ** 60n],
        ["pwrite", "@1", "x", 2n ** 60n],
      ] as const) {
        const { code, answers, limit } = await asked(program, [`--dir=${base}/data::d`], grow(...step));
        const said = answers[1] ?? "";
        expect([step[0], code === 124 ? limit : said]).toEqual([
          step[0],
          expect.stringMatching(/^(disk|E(FBIG|INVAL|NOTSUP|DQUOT))$/),
        ]);
        expect(statSync(join(base, "data/file")).size).toBe(1);
      }
      const flags = [`--dir=${base}/data::d`, "--max-disk=1MiB"];
      const files = await asked(program, flags, [["repeat", 1_000_000, "put", "d", "f$i", "x"]]);
      expect(files).toMatchObject({ code: 124, limit: "disk" });
      expect(readdirSync(join(base, "data")).length).toBeLessThanOrEqual(257);
      const folders = await asked(program, flags, [["repeat", 1_000_000, "mkdir", "d", "g$i"]]);
      expect(folders).toMatchObject({ code: 124, limit: "disk" });
      const links = await asked(program, flags, [["repeat", 1_000_000, "symlink", "file", "d", "l$i"]]);
      expect(links).toMatchObject({ code: 124, limit: "disk" });
      expect(readdirSync(join(base, "data")).length).toBeLessThanOrEqual(3 * 257);
    });

    test("of depth: folders in folders by their handles end at a depth that any program can remove", async () => {
      const base = layOut({ data: {} });
      const name = "n".repeat(200);
      const down = Array.from({ length: 300 }, (): GuestStep[] => [
        ["mkdir", "@1", name],
        ["open", "@1", name, 0, OFLAGS.directory, RIGHTS.folder, 0, 2],
        ["close", "@1"],
        ["renumber-slot", 2, 1],
      ]).flat();
      const start: GuestStep = ["open", "d", ".", 0, OFLAGS.directory, RIGHTS.folder, 0, 1];
      const log = join(temporaryFolder(), "audit.jsonl");
      const { code, answers } = await asked(program, [`--dir=${base}/data::d`, `--audit-log=${log}`], [start, ...down]);
      expect(code).toBe(0);
      expect(answers.filter((answer) => answer === "ENAMETOOLONG").length).toBeGreaterThan(0);
      expect(readdirSync(join(base, "data"))).toEqual([name]);
      expect(statSync(log).size).toBeLessThan(3 * MIB);
    });

    test("of random bytes, of bytes in one read, of output, of calls", async () => {
      const base = layOut({ data: {} });
      writeFileSync(join(base, "data/big"), Buffer.alloc(2 * MIB, "x"));
      const random = await asked(
        program,
        ["--max-memory=1GiB"],
        [
          ["random", 512 * MIB],
          ["cat", "d", "x"],
        ],
      );
      expect([0, 1, 124]).toContain(random.code);
      const read = await asked(
        program,
        [`--dir=${base}/data::d`],
        [
          ["open", "d", "big", 1, 0, RIGHTS.read, 0, 1],
          ["pread", "@1", 2 ** 30, 0],
        ],
      );
      expect([0, 1, 124]).toContain(read.code);
      const output = await asked(program, ["--max-output=1MiB"], [["flood", "#1", 100_000]]);
      expect(output).toMatchObject({ code: 124, limit: "output" });
      expect(output.stdout.length).toBeLessThanOrEqual(MIB);
      const calls = await asked(
        program,
        [`--dir=${base}/data::d`, "--max-host-calls=5000"],
        [["try", 1_000_000, "stat", "d", "big", 1]],
      );
      expect(calls).toMatchObject({ code: 124, limit: "host-calls" });
      const reads = await asked(
        program,
        [`--dir=${base}/data::d`, "--max-host-read=8MiB"],
        [["try", 100, "cat", "d", "big"]],
      );
      expect(reads).toMatchObject({ code: 124, limit: "host-read" });
    });

    test("another run beside it does not notice", async () => {
      const base = layOut({ data: {} });
      const bomb = asked(
        program,
        [`--dir=${base}/data::d`, "--max-disk=8MiB"],
        [["repeat", 1_000_000, "put", "d", "f$i", "x"]],
      );
      const beside = await watchCli(["run", await componentFile([{ say: "fine" }])]);
      expect(beside).toMatchObject({ code: 0, stdout: "fine" });
      expect(await bomb).toMatchObject({ code: 124 });
    });
  },
);

/** Codes of the door's operations: `src/guest/messages.ts`. */
const ATTACKS: Readonly<Record<string, { script: string; code: number; says: RegExp; silent?: boolean }>> = {
  "a message of 4 GiB is announced": {
    script: "send(u32(0xffffffff)); for (;;) send(Buffer.alloc(65536));",
    code: 1,
    says: /announced a message of 4294967295 bytes/,
  },
  "a message comes byte by byte": {
    script: "send(u32(16 << 20)); for (;;) retry(() => fs.writeSync(door, Buffer.of(1)));",
    code: 124,
    says: /\[LIMIT\] timeout/,
  },
  "a thousand requests at once": {
    script: "send(Buffer.concat(new Array(1000).fill(frame(20)))); for (;;) receive();",
    code: 1,
    says: /a second request before the first was answered/,
  },
  "answers are asked for and never read": {
    script: `const folder = JSON.parse(ask(20).subarray(1))[0].handle;
      const file = ask(21, u32(folder), "big", u32(1)).readUInt32LE(1);
      for (;;) send(frame(22, u32(file), u64(0n), u32(0xffffffff)));`,
    code: 1,
    says: /while an answer was pending|a second request/,
  },
  "one answer of 1 MiB is asked for as 4 GiB, and never read": {
    script: `const folder = JSON.parse(ask(20).subarray(1))[0].handle;
      const file = ask(21, u32(folder), "big", u32(1)).readUInt32LE(1);
      send(frame(22, u32(file), u64(0n), u32(0xffffffff))); for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);`,
    code: 124,
    says: /\[LIMIT\] timeout/,
  },
  "three million handles are waited for": {
    script: "const many = Buffer.alloc(12 << 20, Buffer.from([1, 0, 0, 0])); for (;;) ask(12, u64(1n << 62n), many);",
    code: 124,
    says: /\[LIMIT\] (timeout|host-calls)/,
    silent: true,
  },
  "one handle is waited for by 60,000 names": {
    script: "const many = Buffer.alloc(240_000, Buffer.from([1, 0, 0, 0])); for (;;) ask(12, u64(1n << 62n), many);",
    code: 124,
    says: /\[LIMIT\] timeout/,
    silent: true,
  },
  "messages of 16 MiB without end": {
    script: "const path = Buffer.alloc(16 << 20, 97); for (;;) ask(2, path);",
    code: 124,
    says: /\[LIMIT\] timeout/,
  },
  "handles are closed without end": {
    script: "const many = Buffer.concat(new Array(5000).fill(frame(13, u32(7)))); for (;;) send(many);",
    code: 124,
    says: /\[LIMIT\] (timeout|host-calls)/,
  },
  "a trap whose message is 15 MiB of escapes": {
    script: "send(frame(9, Buffer.alloc(15 << 20, 0x1b))); for (;;);",
    code: 1,
    says: /^\[TRAP\] (\\x1b){1,32768}$/m,
  },
  "a limit that is ours": {
    script: 'send(frame(10, "timeout\\n[ALLOWED]", "x")); for (;;);',
    code: 1,
    says: /spoke of a limit that is not its own/,
  },
};

describe.skipIf(rawGuestMissing)(
  "A08: native code in the guest process speaks at the door (needs root, mount namespaces)",
  () => {
    const base = temporaryFolder();
    writeFileSync(join(base, "big"), Buffer.alloc(8 * MIB));

    test.each(Object.entries(ATTACKS))("%s: ended, and the command holds no more", async (_name, attack) => {
      const flags = ["run", "--timeout=2s", `--dir=${base}::d`, await componentFile([{ say: "fine" }])];
      const result = await watchRawGuest(attack.script, flags, { silent: attack.silent === true });
      expect(result).toMatchObject({ code: attack.code, stderr: expect.stringMatching(attack.says) });
      expect(result.stdout).toBe("");
      expect(result.peak).toBeLessThan(PEAK);
    });
  },
);
