import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Recorder } from "../audit/recorder.ts";
import { SandboxError } from "../errors.ts";
import { OPERATIONS, readU32 } from "../guest/messages.ts";
import { attributed } from "../policy/attribute.ts";
import type { Grants } from "../policy/grants.ts";
import type { Limits } from "../policy/limits.ts";
import { createBudget, type Spending } from "./budget.ts";
import type { Decision, Operation } from "./decision.ts";
import type { CapabilityDecision, Desk } from "./desk.ts";
import type { Answer, Request } from "./door.ts";
import type { ChangedFile } from "./files/change-list.ts";
import type { WasiFiles } from "./files/wasi-files.ts";
import { Handles } from "./handles.ts";
import { type AskPerson, createJudgement } from "./judgement.ts";
import { type Means, openMeans } from "./means.ts";
import type { Incoming } from "./network/incoming.ts";
import type { NetworkSeams } from "./network/network.ts";
import type { NetworkDoor } from "./network/network-door.ts";
import { STDIN_HANDLE, Stdin } from "./stdin.ts";
import { wait } from "./wait.ts";

export interface BrokerOptions {
  readonly grants: Grants;
  readonly limits: Limits;
  readonly deterministic: boolean;
  /** Where relative guest paths start. */
  readonly cwd: string;
  /** Files and folders of ours that no grant reaches. */
  readonly protectedPaths: readonly string[];
  /** What is believed about the guest, and may be read by it: its component and manifest. */
  readonly unwritablePaths: readonly string[];
  /** When the run must be over, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  readonly recorder: Recorder;
  /** The request that a server component answers; no other is given one. */
  readonly incoming?: Incoming | undefined;
  /** Opened when the guest first reads it; without one it is at its end from the start. */
  readonly stdin?: (() => Readable | undefined) | undefined;
  /** Resolver and connector of a test; a run has the real ones. */
  readonly networkSeams?: NetworkSeams | undefined;
  /**
   * Asks a person about a denial that a flag could lift. Grants are what the request is decided by once more; undefined
   * leaves it denied. Only requests of the skill interface are asked about.
   */
  readonly ask?: AskPerson | undefined;
  /** Called for each decision, after it is in the log. */
  readonly onDecision: (decision: CapabilityDecision) => void;
  /** A limit of the broker was reached: the run is over. */
  readonly onLimit: (limit: string, reason: string) => void;
}

export type { CapabilityDecision } from "./desk.ts";
export type { AskPerson } from "./judgement.ts";

/** The only thing that acts for a guest: it checks the grant, writes the event, does the work, and answers. */
export interface Broker {
  /** Opens what is granted: from here on a grant means what its path means now. Nothing waits for it. */
  open(): void;
  answer(request: Request): Promise<Answer>;
  /** A message that has no answer. */
  tell(request: Request): void;
  /** How much of a limit is used up. */
  spent(what: Spending): number;
  changedFiles(): Promise<ChangedFiles>;
  close(): void;
}

/** What a run did to files: the first of them, and how many changes more. */
export interface ChangedFiles {
  readonly changedFiles: readonly ChangedFile[];
  readonly changesOmitted: number;
}

/** Does the work of one request, and says what allows it before anything is done. */
type Act = (
  subject: string,
  announce: (rule: string, url?: string) => void,
  means: Means,
) => Promise<Decision<string | undefined>>;

/** A log line stays readable, whatever the guest puts into a path. */
const MAX_ARGUMENT = 1024;

const OPERATION: Readonly<Record<"readFile" | "writeFile" | "httpGet" | "httpPost", Operation>> = {
  readFile: { capability: "filesystem-read", name: "read-file" },
  writeFile: { capability: "filesystem-write", name: "write-file" },
  httpGet: { capability: "network", name: "http-get" },
  httpPost: { capability: "network", name: "http-post" },
};

export function createBroker(options: BrokerOptions): Broker {
  let wasiFiles: Promise<WasiFiles> | undefined;
  const over = new AbortController();
  const handles = new Handles(options.limits.maxOpenFiles);
  const stdin = new Stdin(options.stdin ?? (() => undefined));
  handles.keep(STDIN_HANDLE, stdin);
  const budget = createBudget(options.limits, options.onLimit);
  const desk: Desk = {
    grants: options.grants,
    limits: options.limits,
    handles,
    budget,
    get deadline() {
      return deadline();
    },
    over: over.signal,
    deterministic: options.deterministic,
    decide,
    limit: options.onLimit,
  };
  let networkDoor: NetworkDoor | undefined;
  const judgement = createJudgement({
    grants: options.grants,
    ask: options.ask,
    open: (grants) => openMeans(grants, options, { budget, handles }, deadline),
  });
  const [base] = judgement.all();

  return {
    open: () => {
      if (hasFileGrants(options.grants)) void base.files();
    },
    answer: async (request) => (budget.spend("host-calls", 1) ? answer(request) : OVER),
    tell(request) {
      if (budget.spend("host-calls", 1) && request.operation === "close") handles.close(numberOf(request.fields[0]));
    },
    spent: budget.spent,
    async changedFiles() {
      const opened = await Promise.all(judgement.all().map((means) => means.changedFiles()));
      const all = opened.flatMap((one) => one.changedFiles);
      return {
        changedFiles: [...new Map(all.toReversed().map((file) => [file.path, file])).values()].toReversed(),
        changesOmitted: opened.reduce((sum, one) => sum + one.changesOmitted, 0),
      };
    },
    close() {
      over.abort();
      handles.closeAll();
      for (const means of judgement.all()) means.close();
    },
  };

  function deadline(): number {
    return options.deadline + judgement.waited();
  }

  async function answer({ operation, fields }: Request): Promise<Answer> {
    const [first = new Uint8Array(), second = new Uint8Array()] = fields;
    switch (operation) {
      case "readFile":
        return perform(OPERATION.readFile, text(first), async (path, permit, means) =>
          (await means.files()).readFile(path, permit),
        );
      case "writeFile":
        return perform(OPERATION.writeFile, text(first), async (path, permit, means) =>
          (await means.files()).writeFile(path, second, permit),
        );
      case "httpGet":
        return perform(OPERATION.httpGet, text(first), async (url, permit, means) =>
          (await means.network()).get(url, permit),
        );
      case "httpPost":
        return perform(OPERATION.httpPost, text(first), async (url, permit, means) =>
          (await means.network()).post(url, second, permit),
        );
      case "wait":
        return awaitHandles(first, second);
      case "sleep":
        return doze(first);
      case "readStdin":
        return readStdin(Math.min(numberOf(first), MAX_STDIN_READ));
      default:
        return OPERATIONS[operation].code >= FIRST_OF_NETWORK
          ? useNetworkDoor().then((door) => door.answer({ operation, fields }))
          : ((await (await useWasiFiles()).answer({ operation, fields })) ?? { refused: "unsupported" });
    }
  }

  async function readStdin(length: number): Promise<Answer> {
    const bytes = await (options.deterministic ? stdin.readAll : stdin.read).call(stdin, length, over.signal);
    return budget.spend("host-read", bytes.length) ? { done: bytes } : OVER;
  }

  async function awaitHandles(nanoseconds: Uint8Array, numbers: Uint8Array): Promise<Answer> {
    if (nanoseconds.length !== 8 || numbers.length % 4 !== 0 || numbers.length > MAX_WAITED_BYTES)
      return { refused: "malformed wait" };
    return { done: await wait(handles, numbers, bounded(nanoseconds), over.signal) };
  }

  async function perform(operation: Operation, subject: string, act: Act): Promise<Answer> {
    const { capability, name } = operation;
    const use = { capability, operation: name, argument: await shown(operation, subject) };
    // A redirect is announced with the URL that it leads to; a file with the path that the guest named.
    const allow = (rule: string, grants: Grants, url?: string) =>
      decide({ ...use, argument: cut(url ?? use.argument), rule, allowed: true, hint: undefined }, grants);
    const decision = await judgement.decide(use, (means, announce) => act(subject, announce, means), allow);
    switch (decision.kind) {
      case "done":
        return { done: decision.value ?? "" };
      case "failed":
        return { refused: decision.reason };
      case "limit":
        options.onLimit(decision.limit, decision.reason);
        return { refused: decision.reason };
      case "denied":
        decide({ ...use, rule: decision.rule, allowed: false, hint: decision.hint });
        return { refused: `Permission denied: ${decision.reason}` };
    }
  }

  function decide(made: CapabilityDecision, grants: Grants = options.grants): void {
    const decision = attributed(grants, made);
    const { allowed, hint: _hint, routine: _routine, ...rest } = decision;
    const use = { ...rest, argument: cut(rest.argument) };
    const written = options.recorder.record({ event: allowed ? "capability_allowed" : "capability_denied", ...use });
    if (!written) {
      const reason = "more events than the audit log of one run may hold";
      options.onLimit("audit-events", reason);
      // What is not in the log does not happen.
      throw new SandboxError("audit", reason);
    }
    options.onDecision(decision);
  }

  async function doze(nanoseconds: Uint8Array): Promise<Answer> {
    if (nanoseconds.length !== 8) return { refused: "malformed duration" };
    // Aborted is what a sleep is when the run ends first.
    await sleep(bounded(nanoseconds), undefined, { signal: over.signal }).catch(() => {});
    return { done: "" };
  }

  /** In milliseconds: waiting is bounded by the run's own deadline, whatever the guest asks for. */
  function bounded(nanoseconds: Uint8Array): number {
    const wish = Number(new DataView(nanoseconds.buffer, nanoseconds.byteOffset).getBigUint64(0, true)) / 1e6;
    return Math.min(wish, Math.max(0, deadline() - performance.now()));
  }

  function useWasiFiles(): Promise<WasiFiles> {
    wasiFiles ??= base.files().then((opened) => opened.wasi(desk));
    return wasiFiles;
  }

  async function useNetworkDoor(): Promise<NetworkDoor> {
    if (networkDoor !== undefined) return networkDoor;
    const { createNetworkDoor } = await import("./network/network-door.ts");
    networkDoor = createNetworkDoor(desk, options.networkSeams ?? {}, options.incoming);
    return networkDoor;
  }
}

/** `messages.ts` says which codes are whose. */
const FIRST_OF_NETWORK = 50;

/** More handles than can be open, each four bytes. */
const MAX_WAITED_BYTES = 4 * 65_536;

/** The largest piece of the standard input in one answer. */
const MAX_STDIN_READ = 1024 * 1024;

const OVER: Answer = { refused: "the run is over" };

function numberOf(field: Uint8Array | undefined): number {
  return field?.length === 4 ? readU32(field, 0) : 0;
}

function hasFileGrants({ fsRead, fsWrite, dirs }: Grants): boolean {
  if (dirs.length > 0) return true;
  return [fsRead, fsWrite].some(({ all, paths, ordinary = [] }) => all || paths.length + ordinary.length > 0);
}

async function shown(operation: Operation, subject: string): Promise<string> {
  const argument =
    operation.capability === "network" ? (await import("./network/redact.ts")).redactUrl(subject) : subject;
  return cut(argument);
}

function cut(argument: string): string {
  return argument.length <= MAX_ARGUMENT ? argument : `${argument.slice(0, MAX_ARGUMENT)}…`;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
