import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertConfined, type LaunchPlan } from "../../src/isolation/launcher.ts";
import { planLaunch } from "../../src/isolation/process.ts";
import { systemProgram } from "../../src/isolation/system-program.ts";
import { endOf, jobFor, WALLED } from "./support/walled.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-walls-"));
const secret = join(folder, "secret.txt");

/** Stands for native code in the guest process: everything that JavaScript can reach, without Node's own permission model. */
const PROBE = `
const fs = require("node:fs");
const attempts = {
  readAFile: () => fs.readFileSync(${JSON.stringify(secret)}, "utf8"),
  listAFolder: () => fs.readdirSync("/"),
  writeAFile: () => fs.writeFileSync(${JSON.stringify(join(folder, "written"))}, "x"),
  changeAMode: () => fs.chmodSync(${JSON.stringify(secret)}, 0o777),
  changeItsTimes: () => fs.utimesSync(${JSON.stringify(secret)}, 0, 0),
  readTheParent: () => fs.readFileSync("/proc/" + process.ppid + "/environ"),
  killTheParent: () => process.kill(process.ppid, 0),
  generateCode: () => new Function("return 1")(),
  startAProgram: () => { const r = require("node:child_process").spawnSync("/bin/true"); if (r.error) throw r.error; },
};
const result = Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => {
  try { attempt(); return [name, "worked"]; } catch (error) { return [name, error.code ?? error.name]; }
}));
result.environment = Object.keys(process.env).length;
result.files = Array.from({ length: 64 }, (_, fd) => { try { return fs.fstatSync(fd).isFile(); } catch { return false; } }).filter(Boolean).length;
try {
  const socket = require("node:net").connect(Number(process.argv[2]), "127.0.0.1");
  socket.on("error", (error) => finish(error.code)).on("connect", () => finish("worked"));
} catch (error) { finish(error.code); }
function finish(code) { console.log(JSON.stringify({ ...result, connect: code })); }
`;

const server = createServer();
let connections = 0;
beforeAll(async () => {
  writeFileSync(secret, "secret");
  writeFileSync(join(folder, "probe.cjs"), PROBE);
  server.on("connection", (socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => void server.close());

const job = jobFor(join(folder, "probe.cjs"));

async function probe(plan: LaunchPlan, port: number): Promise<{ door: string; result: Record<string, unknown> }> {
  const bare = plan.args.filter((word) => word !== "--permission" && !word.startsWith("--allow-fs-read"));
  const { door, out, complaint } = await endOf({ ...plan, args: [...bare, String(port)] });
  if (out.length === 0) throw new Error(complaint);
  return { door, result: JSON.parse(String(out)) };
}

/** Landlock knows a path that it refuses; in bubblewrap's root there is none. */
const NO_SUCH_PLACE = { process: "EACCES", bubblewrap: "ENOENT" } as const;

describe.each(WALLED)("the walls of %s around a process of ours", (name, planned, unavailable) => {
  test.skipIf(unavailable)(`hold without V8's help, and the door says so first (needs ${name})`, async (context) => {
    const { port } = server.address() as { port: number };
    const { door, result } = await probe(planned(job), port);
    expect(door).toMatch(/seccomp$/);
    if (!door.includes("landlock")) context.skip("this kernel has no Landlock");
    expect(door.includes("bubblewrap")).toBe(name === "bubblewrap");
    const elsewhere = NO_SUCH_PLACE[name];
    expect(result).toEqual({
      readAFile: elsewhere,
      listAFolder: "EACCES",
      writeAFile: name === "process" ? "EACCES" : expect.stringMatching(/^(EACCES|EROFS)$/),
      changeAMode: "EPERM",
      changeItsTimes: "EPERM",
      readTheParent: elsewhere,
      killTheParent: "EPERM",
      generateCode: "EvalError",
      startAProgram: "EPERM",
      connect: "EPERM",
      environment: 0,
      files: 0,
    });
    expect(connections).toBe(0);
    expect(readFileSync(secret, "utf8")).toBe("secret");
  });
});

test("the launch plan grants reading to our own entry and to nothing else", () => {
  const { args } = planLaunch(job);
  expect(args.filter((word) => word.startsWith("--allow"))).toEqual([`--allow-fs-read=${job.entry}`]);
  if (process.platform === "linux")
    expect(args.filter((word) => word.startsWith("read="))).toEqual([`read=${job.entry}`]);
});

test("without walls only an engine that can deny the network is started", () => {
  const bare: LaunchPlan = { command: "sh", args: [], isolation: "process", walls: "none (V8 only)" };
  const older = { ...job.engine, version: "24.9.0" };
  expect(() => assertConfined(older, bare)).toThrow(expect.objectContaining({ code: "refused" }));
  expect(() => assertConfined(older, { ...bare, walls: "landlock and seccomp" })).not.toThrow();
  expect(() => assertConfined({ ...job.engine, version: "25.0.0" }, bare)).not.toThrow();
});

const perl = systemProgram("perl");
test.skipIf(perl === undefined)(
  "the launcher is sound by perl's strict and warnings, which it does not load (needs perl)",
  () => {
    const checked = spawnSync(perl ?? "", ["-Mstrict", "-Mwarnings", "-c", join(root, "src/isolation/launch.pl")]);
    expect(String(checked.stderr)).toBe(`${join(root, "src/isolation/launch.pl")} syntax OK\n`);
  },
);
