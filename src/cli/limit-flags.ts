import { Option } from "commander";
import { DEFAULT_LIMITS, type Limits } from "../policy/limits.ts";
import { parseCount, parseDuration, parseSize } from "../policy/units.ts";

export function limitOptions(): Option[] {
  return [
    limit("--timeout <duration>", "wall clock of the run (default: 30s)", parseDuration),
    limit(
      "--fuel <units>",
      "deterministic work: function entries and turns of loops (default: not counted)",
      parseCount,
    ),
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

export function limitsOf(flags: ParsedLimitFlags): Limits {
  return {
    timeoutMs: flags.timeout ?? DEFAULT_LIMITS.timeoutMs,
    fuel: flags.fuel ?? DEFAULT_LIMITS.fuel,
    maxMemoryBytes: flags.maxMemory ?? DEFAULT_LIMITS.maxMemoryBytes,
    maxTableElements: flags.maxTableElements ?? DEFAULT_LIMITS.maxTableElements,
    maxOutputBytes: flags.maxOutput ?? DEFAULT_LIMITS.maxOutputBytes,
    maxHostCalls: flags.maxHostCalls ?? DEFAULT_LIMITS.maxHostCalls,
    maxHostReadBytes: flags.maxHostRead ?? DEFAULT_LIMITS.maxHostReadBytes,
    maxHostWriteBytes: flags.maxHostWrite ?? DEFAULT_LIMITS.maxHostWriteBytes,
    maxOpenFiles: flags.maxOpenFiles ?? DEFAULT_LIMITS.maxOpenFiles,
    maxDiskBytes: flags.maxDisk ?? DEFAULT_LIMITS.maxDiskBytes,
    maxHttpRequests: flags.maxHttpRequests ?? DEFAULT_LIMITS.maxHttpRequests,
    maxHttpResponseBytes: flags.maxHttpResponse ?? DEFAULT_LIMITS.maxHttpResponseBytes,
  };
}

function limit(flags: string, description: string, parse: (text: string, flag: string) => number): Option {
  const [name = ""] = flags.split(" ");
  return new Option(flags, description).argParser((text: string) => parse(text, name));
}
