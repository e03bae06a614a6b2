import { onTestFinished } from "vitest";
import { type AskPerson, createAsking } from "../../../../src/broker/asking.ts";
import { createBudget } from "../../../../src/broker/budget.ts";
import type { CapabilityDecision, Desk } from "../../../../src/broker/desk.ts";
import { parseRequest } from "../../../../src/broker/door.ts";
import type { ChangedFile } from "../../../../src/broker/files/change-list.ts";
import { createFiles } from "../../../../src/broker/files/files.ts";
import { Handles } from "../../../../src/broker/handles.ts";
import { OPEN } from "../../../../src/guest/file-messages.ts";
import { encodeRequest, type OperationName, readU32, u32 } from "../../../../src/guest/messages.ts";
import type { DirGrant, PathGrants } from "../../../../src/policy/grants.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../../src/policy/limits.ts";
import { resolveGrants } from "../../../../src/policy/resolve.ts";
import { NOTHING } from "./guest.ts";

export interface WasiOptions {
  readonly read?: PathGrants;
  readonly write?: PathGrants;
  readonly dirs?: readonly DirGrant[];
  readonly limits?: Partial<Limits>;
  readonly deterministic?: boolean;
  readonly protectedPaths?: readonly string[];
  /** Who answers for what is denied. */
  readonly ask?: AskPerson;
}

type Field = string | Uint8Array;

/** A WASI guest at the broker's files: what it asks goes through the door's own encoding. */
export interface WasiGuest {
  /** The bytes of an answer, or the name of the error code. */
  ask(operation: OperationName, ...fields: readonly Field[]): Promise<Uint8Array | string>;
  /** The handle of a preopened folder by its name. */
  folder(name: string): Promise<number>;
  /** Opens and gives the handle, or the error code. */
  open(folder: number, path: string, ...bits: readonly (keyof typeof OPEN)[]): Promise<number | string>;
  close(handle: number): void;
  changed(): readonly ChangedFile[];
  readonly decisions: readonly CapabilityDecision[];
  readonly limits: readonly string[];
}

export async function wasiGuest(options: WasiOptions): Promise<WasiGuest> {
  const decisions: CapabilityDecision[] = [];
  const reached: string[] = [];
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const limit = (name: string) => void reached.push(name);
  const handles = new Handles(limits.maxOpenFiles);
  const desk: Desk = {
    grants: resolveGrants({}, "/"),
    limits,
    handles,
    budget: createBudget(limits, limit),
    deadline: Number.POSITIVE_INFINITY,
    over: new AbortController().signal,
    deterministic: options.deterministic === true,
    decide: (decision) => void decisions.push(decision),
    asking: options.ask && createAsking(resolveGrants({}, "/"), options.ask),
    limit,
  };
  const { read = NOTHING, write = NOTHING, dirs = [], protectedPaths = [] } = options;
  const files = createFiles(
    { read, write, dirs },
    { cwd: "/", protectedPaths, home: "/nonexistent", asks: options.ask !== undefined },
  );
  onTestFinished(() => {
    handles.closeAll();
    files.close();
  });
  const wasi = await files.wasi(desk);
  const ask = async (operation: OperationName, ...fields: readonly Field[]) => {
    const request = parseRequest(encodeRequest(operation, ...fields).subarray(4));
    if (typeof request === "string") throw new Error(request);
    const answer = await wasi.answer(request);
    if (answer === undefined) throw new Error(`no file operation: ${operation}`);
    if ("refused" in answer) return answer.refused;
    return typeof answer.done === "string" ? Buffer.from(answer.done) : answer.done;
  };
  return {
    ask,
    async folder(name) {
      const preopens: { handle: number; name: string }[] = JSON.parse(Buffer.from(await ask("preopens")).toString());
      const found = preopens.find((preopen) => preopen.name === name);
      if (found === undefined) throw new Error(`no ${name} among ${preopens.map((preopen) => preopen.name)}`);
      return found.handle;
    },
    async open(folder, path, ...bits) {
      const answer = await ask("openAt", u32(folder), path, u32(bits.reduce((all, bit) => all | OPEN[bit], 0)));
      return typeof answer === "string" ? answer : readU32(answer, 0);
    },
    close: (handle) => handles.close(handle),
    changed: files.changed,
    decisions,
    limits: reached,
  };
}
