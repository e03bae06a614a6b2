import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilerMissing, componentProgram, coreProgram } from "./c-program.ts";
import { BIN, ROOT } from "./cli.ts";
import { componentFile, temporaryFolder } from "./files.ts";
import { exitOf, gone, pause } from "./processes.ts";

/** What is found when all runs are over; empty lists, when everything is as it must be. */
export interface Aftermath {
  /** Runs that ended with another number than theirs. */
  readonly unexpected: readonly string[];
  /** Processes of ours that nobody waits for any more. */
  readonly processes: readonly string[];
  /** Files in the folder for temporary files, and in the cache those that are no entries. */
  readonly leftovers: readonly string[];
  /** Cache entries that are not usable. */
  readonly corrupt: readonly string[];
  /** Names outside of the granted folder. */
  readonly escaped: readonly string[];
}

interface Guest {
  readonly name: string;
  readonly path: string;
  readonly flags: readonly string[];
  readonly input?: string;
  readonly exit: number | "SIGKILL";
  /** Killed with SIGKILL after so many milliseconds. */
  readonly killAfter?: number;
}

/** Eight at a time, good and hostile guests in turn, on one cache and one folder. */
export async function manyRuns(runs: number): Promise<Aftermath> {
  const base = temporaryFolder();
  const places = { home: join(base, "home"), data: join(base, "granted"), temporary: join(base, "tmp") };
  for (const place of Object.values(places)) mkdirSync(place);
  writeFileSync(join(places.data, "file"), "content");
  const guests = await allGuests(places.data);
  // Prepared once before, so that a killed run is killed while its guest runs.
  for (const guest of guests) if (guest.killAfter === undefined) await once(guest, places);
  const unexpected: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let run = next++; run < runs; run = next++) {
      const guest = guests[run % guests.length];
      if (guest === undefined) continue;
      const exit = await once(guest, places);
      if (exit !== guest.exit) unexpected.push(`${guest.name}: ${exit}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const orphans = orphansOfOurs();
  await gone(orphans, 5000);
  const cache = join(places.home, ".cache/wasm-sandbox");
  return {
    unexpected,
    processes: orphansOfOurs()
      .filter((pid) => orphans.includes(pid))
      .map(commandLine),
    leftovers: [...readdirSync(places.temporary), ...readdirSync(cache).filter((name) => name.startsWith("."))],
    corrupt: await corruptEntries(places.home),
    escaped: readdirSync(base).filter((name) => !["home", "granted", "tmp"].includes(name)),
  };
}

async function allGuests(data: string): Promise<Guest[]> {
  const limited = ["--timeout=1s"];
  const skill: Guest[] = [
    { name: "fine", path: await componentFile([{ say: "fine" }]), flags: [], exit: 0 },
    {
      name: "reads",
      path: await componentFile([{ read: join(data, "file") }]),
      flags: [`--allow-fs-read=${data}`],
      exit: 0,
    },
    {
      name: "is denied",
      path: await componentFile([{ read: "/etc/shadow" }, { write: `${data}/../escaped`, content: "x" }]),
      flags: [`--allow-fs-write=${data}`],
      exit: 0,
    },
    { name: "traps", path: await componentFile([{ wat: "unreachable" }]), flags: [], exit: 1 },
    { name: "loops", path: await componentFile([{ wat: "(loop (br 0))" }]), flags: limited, exit: 124 },
    {
      name: "loops, killed",
      path: await componentFile([{ wat: "(loop (br 0))" }]),
      flags: ["--timeout=20s"],
      exit: "SIGKILL",
      killAfter: 400,
    },
    {
      name: "wants memory",
      path: await componentFile([{ say: "never" }], { pages: 4096 }),
      flags: ["--max-memory=16MiB"],
      exit: 124,
    },
    { name: "is no component", path: malformed(), flags: [], exit: 125 },
  ];
  if (compilerMissing !== undefined) return skill;
  // The interface that the adapter exits by knows success and failure only.
  const programs = [await componentProgram("steps"), await coreProgram("steps")];
  const dir = [`--dir=${data}::d`];
  return [
    ...skill,
    ...programs.flatMap((path, index): Guest[] => [
      { name: "writes", path, flags: dir, input: "put d own$i x\ncat d file\nunlink d own$i\n", exit: 0 },
      { name: "exits", path, flags: [], input: "exit 200\n", exit: index === 0 ? 1 : 123 },
      {
        name: "fills the disk",
        path,
        flags: [...dir, "--max-disk=64KiB"],
        input: "open d big 1 1 536870911 0 1\nsize @1 1000000000000\n",
        exit: 124,
      },
      { name: "floods", path, flags: ["--max-output=1MiB"], input: "flood #1 1000\n", exit: 124 },
      {
        name: "sleeps, killed",
        path,
        flags: ["--timeout=20s"],
        input: "poll 3600000000000\n",
        exit: "SIGKILL",
        killAfter: 400,
      },
      { name: "climbs", path, flags: dir, input: "put d ../escaped x\nsymlink .. d up\nput d up/escaped x\n", exit: 0 },
    ]),
  ];
}

function malformed(): string {
  const path = join(temporaryFolder(), "malformed.wasm");
  writeFileSync(path, Buffer.from("\0asm\x0d\0\x01\0nonsense", "latin1"));
  return path;
}

async function once(
  guest: Guest,
  { home, temporary }: { home: string; temporary: string },
): Promise<number | NodeJS.Signals> {
  const child: ChildProcess = spawn(BIN, ["run", ...guest.flags, guest.path], {
    cwd: home,
    env: { HOME: home, PATH: "/usr/bin:/bin", TMPDIR: temporary },
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin?.on("error", () => {});
  if (guest.killAfter === undefined) child.stdin?.end(guest.input ?? "");
  else child.stdin?.write(guest.input ?? "");
  const ended = exitOf(child);
  if (guest.killAfter !== undefined) void pause(guest.killAfter).then(() => child.kill("SIGKILL"));
  return ended;
}

/** Guests, launchers and helpers from this checkout whose parent is gone; other tests' have theirs. */
function orphansOfOurs(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid).includes(join(ROOT, "dist")) && isOrphan(pid));
}

function isOrphan(pid: number): boolean {
  return /^\S+ 1 /.test(read(`/proc/${pid}/stat`).split(") ").at(-1) ?? "");
}

function commandLine(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

async function corruptEntries(home: string): Promise<string[]> {
  const child = spawn(BIN, ["cache", "ls", "--json"], {
    cwd: home,
    env: { HOME: home, PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const { entries } = JSON.parse(Buffer.concat(chunks).toString()) as { entries: { key: string; state: string }[] };
  return entries.filter(({ state }) => state !== "usable").map(({ key, state }) => `${key}: ${state}`);
}
