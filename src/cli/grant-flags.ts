import { Option } from "commander";
import type { Grants } from "../policy/grants.ts";
import { type FlagValue, type GrantFlags, resolveGrants } from "../policy/resolve.ts";

const FLAGS = { fsRead: "--allow-fs-read", fsWrite: "--allow-fs-write", network: "--allow-network" } as const;

/** Stands for "no value" between the command line and the parser; no argument of a process can hold a NUL. */
const BARE = "\0";

/**
 * A value needs `=`, and a bare flag never takes the next word: `run --allow-fs-read c.wasm` grants every read to
 * c.wasm. Commander would take the word, so bare flags are marked before it sees them.
 */
export function markBareFlags(argv: readonly string[]): string[] {
  const names: ReadonlySet<string> = new Set(Object.values(FLAGS));
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  return argv.map((word, index) => (index < end && names.has(word) ? `${word}=${BARE}` : word));
}

export function grantOptions(): Option[] {
  return [
    grantOption(`${FLAGS.fsRead} [PATH,...]`, "let it read these files and folders; without a value, ordinary files"),
    grantOption(`${FLAGS.fsWrite} [PATH,...]`, "let it write these files and folders; without a value, ordinary files"),
    grantOption(`${FLAGS.network} [HOST,...]`, "let it reach these hosts; without a value, the public internet"),
  ];
}

/** The parsed grant flags of a command, as commander names them. */
export interface ParsedGrantFlags {
  readonly allowFsRead?: readonly FlagValue[];
  readonly allowFsWrite?: readonly FlagValue[];
  readonly allowNetwork?: readonly FlagValue[];
}

export function grantsOf(flags: ParsedGrantFlags, cwd: string): Grants {
  const given: GrantFlags = {
    fsRead: flags.allowFsRead ?? [],
    fsWrite: flags.allowFsWrite ?? [],
    network: flags.allowNetwork ?? [],
  };
  return resolveGrants(given, cwd);
}

function grantOption(flags: string, description: string): Option {
  const collect = (value: string, before: readonly FlagValue[] = []): readonly FlagValue[] => [
    ...before,
    value === BARE || value,
  ];
  return new Option(flags, description).argParser(collect);
}
