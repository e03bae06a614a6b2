import { Option } from "commander";
import { DEFAULT_LIMITS, type Limits } from "../policy/limits.ts";
import { parseDuration, parseSize } from "../policy/units.ts";

export function limitOptions(): Option[] {
  return [
    new Option("--timeout <duration>", "wall clock of the run (default: 30s)").argParser((text: string) =>
      parseDuration(text, "--timeout"),
    ),
    new Option("--max-memory <size>", "linear memory of the guest (default: 256MiB)").argParser((text: string) =>
      parseSize(text, "--max-memory"),
    ),
    new Option("--max-output <size>", "result, stdout and stderr together (default: 16MiB)").argParser((text: string) =>
      parseSize(text, "--max-output"),
    ),
  ];
}

export interface ParsedLimitFlags {
  readonly timeout?: number;
  readonly maxMemory?: number;
  readonly maxOutput?: number;
}

export function limitsOf(flags: ParsedLimitFlags): Limits {
  return {
    timeoutMs: flags.timeout ?? DEFAULT_LIMITS.timeoutMs,
    maxMemoryBytes: flags.maxMemory ?? DEFAULT_LIMITS.maxMemoryBytes,
    maxOutputBytes: flags.maxOutput ?? DEFAULT_LIMITS.maxOutputBytes,
  };
}
