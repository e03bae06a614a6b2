import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex, Readable } from "node:stream";
import { build } from "esbuild";
import { Recorder } from "../../../src/audit/recorder.ts";
import { type AskPerson, type CapabilityDecision, createBroker } from "../../../src/broker/broker.ts";
import { serveDoor } from "../../../src/broker/door.ts";
import type { NetworkSeams } from "../../../src/broker/network/network.ts";
import type { Grants, NetworkGrants } from "../../../src/policy/grants.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/policy/limits.ts";
import { resolveGrants } from "../../../src/policy/resolve.ts";

const GUEST = join(import.meta.dirname, "../../../src/guest");

export interface GuestWorld {
  readonly network?: NetworkGrants;
  readonly limits?: Partial<Limits>;
  readonly seams?: NetworkSeams;
  /** Who answers for what is denied. */
  readonly ask?: AskPerson;
  /** Hears each decision when it is in the log. */
  readonly onDecision?: (decision: CapabilityDecision) => void;
}

export interface GuestReport {
  /** What the program gave to `say`, as JSON has it: bytes as text, a bigint as its digits. */
  readonly said: readonly unknown[];
  /** What it complained of, if it did not come to its end. */
  readonly stderr: string;
  readonly decisions: readonly CapabilityDecision[];
  readonly limits: readonly string[];
}

/**
 * Runs the guest's half of the host in a process of its own, as a component's glue would call it, against a real broker
 * behind a real door. The program finds everything of wasi:http and wasi:sockets under its WIT name, wasi:clocks as
 * `clocks`, `say`, and what speaks at the door itself.
 */
export async function guestProgram(program: string, world: GuestWorld = {}): Promise<GuestReport> {
  const decisions: CapabilityDecision[] = [];
  const limits: string[] = [];
  const child = spawn(process.execPath, ["--no-warnings", await programFile(program)], {
    env: {},
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const broker = createBroker({
    grants: grantsOf(world.network),
    limits: { ...DEFAULT_LIMITS, ...world.limits },
    deterministic: false,
    cwd: "/",
    protectedPaths: [],
    unwritablePaths: [],
    deadline: performance.now() + 20_000,
    recorder: new Recorder({ file: undefined, maxEvents: 100 }),
    networkSeams: world.seams,
    ask: world.ask,
    onDecision: (decision) => {
      decisions.push(decision);
      world.onDecision?.(decision);
    },
    onLimit: (limit) => {
      limits.push(limit);
      child.kill("SIGKILL");
    },
  });
  serveDoor(child.stdio[3] as Duplex, {
    maxMessageBytes: 1 << 24,
    handle: (request) => (request.operation === "close" ? void broker.tell(request) : broker.answer(request)),
    violation: (reason) => limits.push(`violation: ${reason}`),
  });
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  broker.close();
  const said = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
  return { said, stderr, decisions, limits };
}

function grantsOf(network: NetworkGrants | undefined): Grants {
  const none = resolveGrants({}, "/");
  return network === undefined ? none : { ...none, network };
}

async function programFile(program: string): Promise<string> {
  host ??= bundledHost();
  const path = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-test-")), "program.mjs");
  writeFileSync(path, `${importing(await host)}\n${PRELUDE}\n${program}`);
  return path;
}

/** The guest's half of the host in one file: reading two dozen, types and all, takes longer than most programs run. */
let host: Promise<string> | undefined;

const importing = (file: string) =>
  `import { ask, clocks, encodeHeaders, encodeTimeouts, http, poll, sockets } from ${JSON.stringify(file)};`;

async function bundledHost(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "wasm-sandbox-test-")), "host.mjs");
  const contents = `
    export { ask } from "./door.ts";
    export { encodeHeaders, encodeTimeouts } from "./network-messages.ts";
    export { clocks } from "./wasi/clocks.ts";
    export { http } from "./wasi/http/http.ts";
    export { poll } from "./wasi/io.ts";
    export { sockets } from "./wasi/sockets/sockets.ts";`;
  const stdin = { contents, resolveDir: GUEST };
  await build({ stdin, outfile, bundle: true, platform: "node", format: "esm", logLevel: "warning" });
  return outfile;
}

const PRELUDE = `
const { writeSync } = await import("node:fs");
const types = http["wasi:http/types"];
const { handle } = http["wasi:http/outgoing-handler"];
const { Fields, OutgoingRequest, OutgoingBody, IncomingBody, RequestOptions, httpErrorCode } = types;
const utf8 = (text) => new TextEncoder().encode(text);
const shown = (_, value) =>
  typeof value === "bigint" ? String(value)
  : value instanceof Uint8Array ? new TextDecoder().decode(value)
  : value instanceof Error ? { error: value.message, code: httpErrorCode(value) }
  : value === undefined ? null : value;
const say = (...values) => { for (const value of values) writeSync(1, JSON.stringify(value === undefined ? null : value, shown) + "\\n"); };
/** What an error case of a function's result holds. */
const thrown = (act) => { try { return { ok: act() }; } catch (error) { if (error instanceof Error) throw error; return { err: error === undefined ? null : error }; } };
function requestTo(url, { method = "get", headers = [] } = {}) {
  const { protocol, host, pathname, search } = new URL(url);
  const request = new OutgoingRequest(Fields.fromList(headers.map(([name, value]) => [name, utf8(value)])));
  request.setScheme({ tag: protocol === "https:" ? "HTTPS" : "HTTP" });
  request.setMethod({ tag: method });
  request.setAuthority(host);
  request.setPathWithQuery(pathname + search);
  return request;
}
function settle(future) {
  future.subscribe().block();
  return future.get().val;
}
function readAll(stream) {
  let text = "";
  try { for (;;) text += new TextDecoder().decode(stream.blockingRead(65536n)); }
  catch (end) { if (end.tag !== "closed") throw end; }
  return text;
}
function fetched(url, options) {
  const settled = settle(handle(requestTo(url, options), undefined));
  if (settled.tag === "err") return settled.val;
  const body = settled.val.consume();
  return { status: settled.val.status(), text: readAll(body.stream()) };
}
`;

async function textOf(stream: Readable | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of (stream ?? []) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
