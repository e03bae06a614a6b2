import { Option } from "commander";
import type { Limits } from "../policy/limits.ts";
import { parseCount, parseDuration, parseSize } from "../policy/units.ts";

export function limitOptions(): Option[] {
  return [
    limit("--timeout <duration>", "wall clock of the run (default: 30s)", parseDuration),
    limit("--fuel <units>", "deterministic work: about one unit for an instruction (default: not counted)", parseCount),
    limit("--max-memory <size>", "linear memory of the guest (default: 256MiB)", parseSize),
    limit("--max-table-elements <count>", "elements of its tables (default: 1000000)", parseCount),
    limit("--max-output <size>", "result, stdout and stderr together (default: 16MiB)", parseSize),
    limit("--max-host-calls <count>", "requests to the host (default: 10000000)", parseCount),
    limit("--max-host-read <size>", "bytes that it gets from files and network (default: 4GiB)", parseSize),
    limit("--max-host-write <size>", "bytes that it hands to files and network (default: 4GiB)", parseSize),
    limit("--max-open-files <count>", "files and connections open at once (default: 256)", parseCount),
    limit("--max-disk <size>", "growth of the files that it writes (default: 1GiB)", parseSize),
    limit("--max-http-requests <count>", "requests to the network, redirects counted (default: 1000)", parseCount),
    limit("--max-http-response <size>", "the body of one response (default: 16MiB)", parseSize),
  ];
}

/** The parsed limit flags of a command, as commander names them. */
export interface ParsedLimitFlags {
  readonly timeout?: number;
  readonly fuel?: number;
  readonly maxMemory?: number;
  readonly maxTableElements?: number;
  readonly maxOutput?: number;
  readonly maxHostCalls?: number;
  readonly maxHostRead?: number;
  readonly maxHostWrite?: number;
  readonly maxOpenFiles?: number;
  readonly maxDisk?: number;
  readonly maxHttpRequests?: number;
  readonly maxHttpResponse?: number;
}

/** The limits that were given; what was not is not there. */
export function givenLimits(flags: ParsedLimitFlags): Partial<Limits> {
  const given: Readonly<Record<keyof Limits, number | undefined>> = {
    timeoutMs: flags.timeout,
    fuel: flags.fuel,
    maxMemoryBytes: flags.maxMemory,
    maxTableElements: flags.maxTableElements,
    maxOutputBytes: flags.maxOutput,
    maxHostCalls: flags.maxHostCalls,
    maxHostReadBytes: flags.maxHostRead,
    maxHostWriteBytes: flags.maxHostWrite,
    maxOpenFiles: flags.maxOpenFiles,
    maxDiskBytes: flags.maxDisk,
    maxHttpRequests: flags.maxHttpRequests,
    maxHttpResponseBytes: flags.maxHttpResponse,
  };
  return Object.fromEntries(Object.entries(given).filter(([, amount]) => amount !== undefined));
}

function limit(flags: string, description: string, parse: (text: string, flag: string) => number): Option {
  const [name = ""] = flags.split(" ");
  return new Option(flags, description).argParser((text: string) => parse(text, name));
}
