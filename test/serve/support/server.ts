import { writeFileSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request as startRequest } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { descendants, exitOf, gone, pause, startCli, startCliWith } from "../../support/processes.ts";
import { server } from "../../support/server-component.ts";

export interface Served {
  readonly port: number;
  /** What it said on stderr until now. */
  readonly said: () => string;
  readonly pid: number;
  /** Its exit code, when it ends by itself. */
  readonly exit: Promise<number | NodeJS.Signals>;
  /** Its processes, itself not counted. */
  readonly guests: () => number[];
  /** Sends the signal; the exit code, once it has ended, and whether any process of it is left. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | NodeJS.Signals; clean: boolean }>;
}

/** Serves a component that does these core instructions (`test/support/server-component.ts`), as a user would. */
export async function serving(
  handle: string,
  flags: readonly string[] = [],
  options: Parameters<typeof server>[1] = {},
): Promise<Served> {
  return servingFile(await served(handle, options), flags);
}

/** The file of such a component. */
export async function served(handle: string, options: Parameters<typeof server>[1] = {}): Promise<string> {
  const path = join(temporaryFolder(), "server.wasm");
  writeFileSync(path, await server(handle, options));
  return path;
}

/** @param descriptors the most files that the process may have open */
export async function servingFile(path: string, flags: readonly string[] = [], descriptors?: number): Promise<Served> {
  const args = ["serve", "--listen", "127.0.0.1:0", ...flags, path];
  const child = descriptors === undefined ? startCli(args) : startCliWith(`ulimit -n ${descriptors}`, args);
  const exit = exitOf(child);
  const pid = child.pid ?? 0;
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      resolve(Number(/^Serving http:\/\/127\.0\.0\.1:(\d+)\n$/.exec(String(chunk))?.[1]));
    });
    child.once("exit", () => reject(new Error(said)));
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    port,
    pid,
    exit,
    said: () => said,
    guests: () => descendants(pid),
    async stop(signal = "SIGTERM") {
      const processes = descendants(pid);
      child.kill(signal);
      const code = await exit;
      return { code, clean: await gone(processes, 2000) };
    },
  };
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingMessage["headers"];
  /** The connection ended before the response did. */
  readonly broken: boolean;
}

export interface Question {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export function ask(port: number, { path = "/", method = "GET", headers = {}, body }: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = startRequest({ host: "127.0.0.1", port, path, method, headers, agent: false });
    request.on("error", reject).on("response", (response) => void replyOf(request, response).then(resolve));
    request.end(body);
  });
}

async function replyOf(request: ClientRequest, response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  let broken = false;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    broken = true;
  }
  request.destroy();
  const text = Buffer.concat(chunks).toString();
  return { status: response.statusCode ?? 0, text, headers: response.headers, broken };
}

/** Says these bytes on a connection of its own, and gives back all that was answered. */
export function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => {}).on("close", () => resolve(heard));
  });
}

/** What is said of a request is said after its answer. */
export async function eventually(holds: () => boolean, told?: () => string): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 500) throw new Error(`it never was so: ${holds}${told === undefined ? "" : `; told: ${told()}`}`);
    await pause(20);
  }
}
