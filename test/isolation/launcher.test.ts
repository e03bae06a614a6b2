import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findEngine } from "../../src/isolation/engine.ts";
import { type LaunchJob, launch, planLaunch } from "../../src/isolation/launcher.ts";

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
  startAProgram: () => { const r = require("node:child_process").spawnSync("/bin/true"); if (r.error) throw r.error; },
};
const result = Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => {
  try { attempt(); return [name, "worked"]; } catch (error) { return [name, error.code]; }
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

const job: LaunchJob = {
  engine: findEngine(root),
  distDir: join(root, "src/isolation"),
  entry: join(folder, "probe.cjs"),
  cpuSeconds: 5,
  memoryBytes: 512 * 1024 * 1024,
};

async function probe(port: number): Promise<{ door: string; result: Record<string, unknown> }> {
  const plan = planLaunch(job);
  const bare = plan.args.filter((word) => word !== "--permission" && !word.startsWith("--allow-fs-read"));
  const child = launch({ ...plan, args: [...bare, String(port)] });
  const [door, out, complaint] = await Promise.all(
    [3, 1, 2].map((fd) => readAll(child.stdio[fd] as NodeJS.ReadableStream)),
  );
  if (out === "") throw new Error(complaint);
  return { door: door ?? "", result: JSON.parse(out ?? "") };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

describe.skipIf(planLaunch(job).walls === "none (V8 only)")("the walls around a process of ours", () => {
  test("hold without V8's help, and the door says so first", async () => {
    const { port } = server.address() as { port: number };
    const { door, result } = await probe(port);
    expect(door).toMatch(/landlock:\d+ seccomp$/);
    expect(result).toEqual({
      readAFile: "EACCES",
      listAFolder: "EACCES",
      writeAFile: "EACCES",
      changeAMode: "EPERM",
      changeItsTimes: "EPERM",
      readTheParent: "EACCES",
      killTheParent: "EPERM",
      startAProgram: "EPERM",
      connect: "EPERM",
      environment: 0,
      files: 0,
    });
    expect(connections).toBe(0);
  });

  test("the launch plan grants reading to our own entry and to nothing else", () => {
    const { args } = planLaunch(job);
    expect(args.filter((word) => word.startsWith("read="))).toEqual([`read=${job.entry}`]);
    expect(args.filter((word) => word.startsWith("--allow"))).toEqual([`--allow-fs-read=${job.entry}`]);
    expect(readFileSync(secret, "utf8")).toBe("secret");
  });
});
