import type { ProgramStart } from "../wasi/cli.ts";
import type { DescriptorTable } from "./descriptors.ts";
import type { GuestMemory } from "./memory.ts";

/** What the functions of preview1 work on. */
export interface Host {
  readonly start: ProgramStart;
  readonly memory: GuestMemory;
  readonly table: DescriptorTable;
}

/**
 * A function as this host writes it: numbers are unsigned, what returns is success, and what fails throws `Failure` or
 * the door's `Refused`.
 */
export type HostFunction = (...values: never[]) => void;
