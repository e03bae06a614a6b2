import type { Grants } from "../policy/grants.ts";
import type { Decision, Operation } from "./decision.ts";
import { type Decide, shortened } from "./decisions.ts";
import type { Answer } from "./door.ts";
import type { Judgement } from "./judgement.ts";
import type { Means } from "./means.ts";

export interface SkillDesk {
  readonly judgement: Judgement;
  readonly decide: Decide;
  /** A limit was reached: the run is over. */
  readonly limit: (limit: string, reason: string) => void;
}

/** The requests of the skill interface, each of which may be asked about. */
export type SkillOperation = "readFile" | "writeFile" | "httpGet" | "httpPost";

export function answerSkill(name: SkillOperation, fields: readonly Uint8Array[], desk: SkillDesk): Promise<Answer> {
  const [subject = new Uint8Array(), body = new Uint8Array()] = fields;
  const { operation, act } = REQUESTS[name];
  return perform(operation, text(subject), (...to) => act(body, ...to), desk);
}

type Announce = (rule: string, url?: string) => void;
type Work = (subject: string, announce: Announce, means: Means) => Promise<Decision<string | undefined>>;

interface SkillRequest {
  readonly operation: Operation;
  /** Does the work, and says what allows it before anything is done. */
  readonly act: (body: Uint8Array, ...to: Parameters<Work>) => ReturnType<Work>;
}

const REQUESTS: Readonly<Record<SkillOperation, SkillRequest>> = {
  readFile: {
    operation: { capability: "filesystem-read", name: "read-file" },
    act: async (_body, path, announce, means) => (await means.files()).readFile(path, announce),
  },
  writeFile: {
    operation: { capability: "filesystem-write", name: "write-file" },
    act: async (body, path, announce, means) => (await means.files()).writeFile(path, body, announce),
  },
  httpGet: {
    operation: { capability: "network", name: "http-get" },
    act: async (_body, url, announce, means) => (await means.network()).get(url, announce),
  },
  httpPost: {
    operation: { capability: "network", name: "http-post" },
    act: async (body, url, announce, means) => (await means.network()).post(url, body, announce),
  },
};

async function perform(operation: Operation, subject: string, work: Work, desk: SkillDesk): Promise<Answer> {
  const { judgement, decide, limit } = desk;
  const use = {
    capability: operation.capability,
    operation: operation.name,
    argument: await shown(operation, subject),
  };
  // A redirect is announced with the URL that it leads to; a file with the path that the guest named.
  const allow = (rule: string, grants: Grants, url?: string) =>
    decide({ ...use, argument: shortened(url ?? use.argument), rule, allowed: true, hint: undefined }, grants);
  const decision = await judgement.decide(use, (means, announce) => work(subject, announce, means), allow);
  switch (decision.kind) {
    case "done":
      return { done: decision.value ?? "" };
    case "failed":
      return { refused: decision.reason };
    case "limit":
      limit(decision.limit, decision.reason);
      return { refused: decision.reason };
    case "denied":
      decide({ ...use, rule: decision.rule, allowed: false, hint: decision.hint });
      return { refused: `Permission denied: ${decision.reason}` };
  }
}

async function shown(operation: Operation, subject: string): Promise<string> {
  const argument =
    operation.capability === "network" ? (await import("./network/redact.ts")).redactUrl(subject) : subject;
  return shortened(argument);
}

/** A path may begin with what a decoder takes for a byte order mark. */
function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
