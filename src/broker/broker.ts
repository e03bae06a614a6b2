import type { Readable } from "node:stream";
import type { Recorder } from "../audit/recorder.ts";
import type { Grants } from "../policy/grants.ts";
import type { Limits } from "../policy/limits.ts";
import { type AskPerson, createAsking } from "./asking.ts";
import { createBudget, type Spending } from "./budget.ts";
import { decisionsOf } from "./decisions.ts";
import type { CapabilityDecision, Desk } from "./desk.ts";
import { type Answer, OVER, type Request } from "./door.ts";
import { numberIn } from "./fields.ts";
import type { ChangedFile } from "./files/change-list.ts";
import { Handles } from "./handles.ts";
import { createJudgement, type Judgement } from "./judgement.ts";
import { openMeans } from "./means.ts";
import type { Incoming } from "./network/incoming.ts";
import type { NetworkSeams } from "./network/network.ts";
import { answerSkill, type SkillDesk } from "./skill-operations.ts";
import { STDIN_HANDLE, Stdin } from "./stdin.ts";
import { answerSleep, answerStdin, answerWait } from "./waiting.ts";
import { createWasiDoor } from "./wasi-door.ts";

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
   * leaves it denied.
   */
  readonly ask?: AskPerson | undefined;
  /** Called for each decision, after it is in the log. */
  readonly onDecision: (decision: CapabilityDecision) => void;
  /** A limit of the broker was reached: the run is over. */
  readonly onLimit: (limit: string, reason: string) => void;
}

export type { AskPerson, Permission } from "./asking.ts";
export type { CapabilityDecision } from "./desk.ts";

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

export function createBroker(options: BrokerOptions): Broker {
  const { grants, limits, onLimit } = options;
  const over = new AbortController();
  const handles = new Handles(limits.maxOpenFiles);
  const stdin = new Stdin(options.stdin ?? (() => undefined));
  handles.keep(STDIN_HANDLE, stdin);
  const budget = createBudget(limits, onLimit);
  const asking = options.ask && createAsking(grants, options.ask);
  const judgement = createJudgement({
    grants,
    asking,
    open: (granted) => openMeans(granted, options, { budget, handles }, deadline),
  });
  const decide = decisionsOf(options);
  const desk: Desk = {
    grants,
    limits,
    handles,
    budget,
    get deadline() {
      return deadline();
    },
    over: over.signal,
    deterministic: options.deterministic,
    decide: (decision) => decide(decision, asking?.grantsOf(decision.rule)),
    asking,
    limit: onLimit,
  };
  const answer = answerer(desk, { judgement, decide, limit: onLimit }, stdin, options);

  return {
    open() {
      if (hasFileGrants(grants)) void judgement.all()[0].files();
    },
    answer: async (request) => (budget.spend("host-calls", 1) ? answer(request) : OVER),
    tell(request) {
      if (budget.spend("host-calls", 1) && request.operation === "close") handles.close(numberIn(request.fields[0]));
    },
    spent: budget.spent,
    changedFiles: () => changedFilesOf(judgement),
    close() {
      over.abort();
      handles.closeAll();
      for (const means of judgement.all()) means.close();
    },
  };

  function deadline(): number {
    return options.deadline + (asking?.waited() ?? 0);
  }
}

/** Which family answers which request. */
function answerer(desk: Desk, skillDesk: SkillDesk, stdin: Stdin, options: BrokerOptions) {
  const wasi = createWasiDoor(desk, skillDesk.judgement.all()[0], options);
  return async (request: Request): Promise<Answer> => {
    const { operation, fields } = request;
    switch (operation) {
      case "readFile":
      case "writeFile":
      case "httpGet":
      case "httpPost":
        return answerSkill(operation, fields, skillDesk);
      case "wait":
        return answerWait(fields, desk);
      case "sleep":
        return answerSleep(fields, desk);
      case "readStdin":
        return answerStdin(fields, desk, stdin);
      default:
        return wasi.answer(request);
    }
  };
}

async function changedFilesOf(judgement: Judgement): Promise<ChangedFiles> {
  const opened = await Promise.all(judgement.all().map((means) => means.changedFiles()));
  const all = opened.flatMap((one) => one.changedFiles);
  return {
    changedFiles: [...new Map(all.toReversed().map((file) => [file.path, file])).values()].toReversed(),
    changesOmitted: opened.reduce((sum, one) => sum + one.changesOmitted, 0),
  };
}

function hasFileGrants({ fsRead, fsWrite, dirs }: Grants): boolean {
  if (dirs.length > 0) return true;
  return [fsRead, fsWrite].some(({ all, paths, ordinary = [] }) => all || paths.length + ordinary.length > 0);
}
