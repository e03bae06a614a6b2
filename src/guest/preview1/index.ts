import { Refused } from "../door.ts";
import { preopens } from "../files.ts";
import type { ProgramStart } from "../wasi/cli.ts";
import { argsEnv } from "./args-env.ts";
import { clocks } from "./clocks.ts";
import { DescriptorTable } from "./descriptors.ts";
import { ERRNO, errnoOfRefusal, Failure } from "./errno.ts";
import { fdReaddir } from "./fd-readdir.ts";
import { fdStat } from "./fd-stat.ts";
import { fdStorage } from "./fd-storage.ts";
import { fdTable } from "./fd-table.ts";
import { fdTransfer } from "./fd-transfer.ts";
import type { Preview1Function } from "./functions.ts";
import type { Host, HostFunction } from "./host.ts";
import { GuestMemory } from "./memory.ts";
import { pathNames } from "./path-names.ts";
import { pathOpen } from "./path-open.ts";
import { pathStat } from "./path-stat.ts";
import { polling } from "./poll.ts";
import { processCalls } from "./process.ts";
import { random } from "./random.ts";
import { sockets } from "./sockets.ts";

export interface Preview1 {
  readonly functions: Readonly<Record<Preview1Function, (...values: readonly (number | bigint)[]) => number>>;
  /** Where the functions find what the guest points at. */
  readonly memory: GuestMemory;
}

/** The functions of wasi_snapshot_preview1 for one core module, with all authority behind the door. */
export function createPreview1(start: ProgramStart): Preview1 {
  const host: Host = { start, memory: new GuestMemory(), table: new DescriptorTable(preopens()) };
  return { functions: answering(everyFunction(host)), memory: host.memory };
}

function everyFunction(host: Host): Record<Preview1Function, HostFunction> {
  return {
    ...argsEnv(host),
    ...clocks(host),
    ...fdReaddir(host),
    ...fdStat(host),
    ...fdStorage(host),
    ...fdTable(host),
    ...fdTransfer(host),
    ...pathNames(host),
    ...pathOpen(host),
    ...pathStat(host),
    ...polling(host),
    ...processCalls(host),
    ...random(host),
    ...sockets(host),
  };
}

function answering(functions: Record<Preview1Function, HostFunction>): Preview1["functions"] {
  const answered = Object.entries(functions).map(([name, call]) => [name, answer.bind(undefined, call)]);
  return Object.fromEntries(answered) as Preview1["functions"];
}

/** Success is 0; whatever is neither a failure of the call nor a refusal at the door is a trap. */
function answer(call: HostFunction, ...values: readonly (number | bigint)[]): number {
  try {
    call(...(values.map(unsigned) as never[]));
    return ERRNO.success;
  } catch (error) {
    if (error instanceof Failure) return error.errno;
    if (error instanceof Refused) return errnoOfRefusal(error.message);
    throw error;
  }
}

/** WebAssembly hands integers over as signed ones. */
function unsigned(value: number | bigint): number | bigint {
  return typeof value === "bigint" ? BigInt.asUintN(64, value) : value >>> 0;
}
