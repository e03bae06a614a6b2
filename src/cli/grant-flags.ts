import { Option } from "commander";
import { ALLOW_FLAGS, DENY_FLAGS } from "../policy/layer.ts";
import type { FlagValue, GrantFlags } from "../policy/resolve.ts";

/** Stands for "no value" between the command line and the parser; no argument of a process can hold a NUL. */
const BARE = "\0";

/**
 * A value needs `=`, and a bare flag never takes the next word: `run --allow-fs-read c.wasm` grants every read to
 * c.wasm. Commander would take the word, so bare flags are marked before it sees them.
 */
export function markBareFlags(argv: readonly string[]): string[] {
  const names: ReadonlySet<string> = new Set([...Object.values(ALLOW_FLAGS), ...Object.values(DENY_FLAGS)]);
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  return argv.map((word, index) => (index < end && names.has(word) ? `${word}=${BARE}` : word));
}

export function grantOptions(): Option[] {
  const { fsRead, fsWrite, network, env } = ALLOW_FLAGS;
  return [
    grantOption(`${fsRead} [PATH,...]`, "let it read these files and folders; without a value, ordinary files"),
    grantOption(`${fsWrite} [PATH,...]`, "let it write these files and folders; without a value, ordinary files"),
    grantOption(
      `${network} [HOST,...]`,
      "let it reach these hosts, or tcp://HOST:PORT; without a value, the public internet",
    ),
    grantOption(`${env} [NAME,...]`, "let it see these variables of your environment"),
    valueOption("--env <NAME=VALUE>", "let it see this variable; NAME=@FILE takes the value from a file"),
    valueOption("--dir <HOST::GUEST>", "let a WASI guest see this folder under a name; with :ro at the end, read only"),
    grantOption(`${DENY_FLAGS.fsRead} [PATH,...]`, "deny these whatever else is granted; without a value, all"),
    grantOption(`${DENY_FLAGS.fsWrite} [PATH,...]`, "deny these whatever else is granted; without a value, all"),
    grantOption(`${DENY_FLAGS.network} [HOST,...]`, "deny these whatever else is granted; without a value, all"),
    grantOption(`${DENY_FLAGS.env} [NAME,...]`, "deny these whatever else is granted; without a value, all"),
    new Option("--policy <file>", "grants, denials and limits from a YAML or JSON file, beside the flags"),
    new Option("--manifest <file>", "what the skill asks for, and no more (default: SKILL.md beside the component)"),
  ];
}

/** The parsed grant flags of a command, as commander names them. */
export interface ParsedGrantFlags {
  readonly allowFsRead?: readonly FlagValue[];
  readonly allowFsWrite?: readonly FlagValue[];
  readonly allowNetwork?: readonly FlagValue[];
  readonly allowEnv?: readonly FlagValue[];
  readonly env?: readonly string[];
  readonly dir?: readonly string[];
  readonly denyFsRead?: readonly FlagValue[];
  readonly denyFsWrite?: readonly FlagValue[];
  readonly denyNetwork?: readonly FlagValue[];
  readonly denyEnv?: readonly FlagValue[];
  readonly policy?: string;
  readonly manifest?: string;
}

export function grantFlagsOf(flags: ParsedGrantFlags): GrantFlags {
  return {
    fsRead: flags.allowFsRead ?? [],
    fsWrite: flags.allowFsWrite ?? [],
    network: flags.allowNetwork ?? [],
    env: flags.allowEnv ?? [],
    envValues: flags.env ?? [],
    dirs: flags.dir ?? [],
    deny: {
      fsRead: flags.denyFsRead ?? [],
      fsWrite: flags.denyFsWrite ?? [],
      network: flags.denyNetwork ?? [],
      env: flags.denyEnv ?? [],
    },
  };
}

function grantOption(flags: string, description: string): Option {
  const collect = (value: string, before: readonly FlagValue[] = []): readonly FlagValue[] => [
    ...before,
    value === BARE || value,
  ];
  return new Option(flags, description).argParser(collect);
}

function valueOption(flags: string, description: string): Option {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  return new Option(flags, description).argParser(collect);
}
