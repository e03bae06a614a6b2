import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Installation } from "../installation.ts";
import { type LaunchJob, type LaunchPlan, launch } from "../isolation/launcher.ts";
import { systemProgram } from "../isolation/system-program.ts";
import type { ProbeAnswer, ProbeTarget } from "./probe-target.ts";

/** What a process of ours could do behind a plan's walls, by its own word and by what was found afterwards. */
export interface ProbeResult {
  /** What the launcher said before it: the walls that hold. */
  readonly walls: string;
  /** Attempts that worked, leaks included. */
  readonly escapes: readonly string[];
  /** What it had from the start and should not: variables, files. */
  readonly leaks: readonly string[];
  /** How many were tried. */
  readonly tried: number;
}

/** A process that runs the probe instead of a guest. */
export function probeJob({ engine, distDir }: Installation, cpuSeconds = 10): LaunchJob {
  return { engine, distDir, entry: `${distDir}/probe.cjs`, cpuSeconds, memoryBytes: 512 * 1024 * 1024 };
}

/** The same process without Node's permission model: what native code in it could do. */
export function withoutPermissions(plan: LaunchPlan): LaunchPlan {
  const isPermission = (word: string) => word === "--permission" || word.startsWith("--allow-fs-read=");
  return { ...plan, args: plan.args.filter((word) => !isPermission(word)) };
}

/**
 * Runs the probe behind a plan.
 *
 * @returns what it could do; a sentence when it could not be run
 */
export async function probe(plan: LaunchPlan): Promise<ProbeResult | string> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-doctor-"));
  const file = join(folder, "file.txt");
  writeFileSync(file, CONTENT);
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  try {
    const port = await listen(server);
    const target = { file, folder, pid: process.pid, port, program: systemProgram("sh") ?? "/bin/sh" };
    const heard = await run(plan, target);
    if (typeof heard === "string") return heard;
    const seen = [
      ...(readFileSync(file, "utf8") === CONTENT ? [] : ["changed a file"]),
      ...(readdirSync(folder).length === 1 ? [] : ["created a file"]),
      ...(connections === 0 ? [] : ["was heard on a port"]),
    ];
    return { ...heard, escapes: [...heard.escapes, ...seen] };
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

const CONTENT = "nobody may read this";

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
}

async function run(plan: LaunchPlan, target: ProbeTarget): Promise<ProbeResult | string> {
  const child = launch({ ...plan, args: [...plan.args, JSON.stringify(target)] });
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  const [out, complaint, door] = await Promise.all(
    [1, 2, 3].map((descriptor) => textOf(child.stdio[descriptor] as NodeJS.ReadableStream)),
  );
  clearTimeout(timer);
  const [line = "", second = ""] = (out ?? "").split("\n");
  if (line === "") return `the probe said nothing: ${complaint?.trim().split("\n").at(-1)}`;
  return judge(JSON.parse(line) as ProbeAnswer, second, wallsOf(door ?? ""));
}

const PATIENCE_MS = 15_000;

function judge({ attempts, environment, files }: ProbeAnswer, second: string, walls: string): ProbeResult {
  const worked = Object.entries(attempts).flatMap(([name, outcome]) => (outcome === "worked" ? name : []));
  const leaks = [
    ...(environment > 0 ? [`see ${environment} environment variables`] : []),
    ...(files > 0 ? [`use ${files} inherited files`] : []),
  ];
  const escapes = [...worked, ...(second === "replaced" ? ["become another program"] : []), ...leaks];
  return { walls, escapes, leaks, tried: Object.keys(attempts).length + 3 };
}

/** The launcher's one frame: two lengths and the operation come before the words. */
function wallsOf(door: string): string {
  return door.slice(9);
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text = (text + String(chunk)).slice(-MAX_TEXT);
  return text;
}

const MAX_TEXT = 65_536;
