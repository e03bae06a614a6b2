import { isAbsolute, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import type { Grants, HostGrant, PathGrants } from "./grants.ts";
import { parseHostGrant } from "./host-grant.ts";

/** One occurrence of a grant flag: its value, or `true` for a bare flag. */
export type FlagValue = string | true;

/** The grant flags of one command line, each as often as it was given. */
export interface GrantFlags {
  readonly fsRead?: readonly FlagValue[];
  readonly fsWrite?: readonly FlagValue[];
  readonly network?: readonly FlagValue[];
}

/**
 * Turns flags into grants: the only place that makes them. Nothing given is nothing allowed.
 * Throws `SandboxError("usage")` for a value that cannot be a grant.
 */
export function resolveGrants(flags: GrantFlags, cwd: string): Grants {
  return {
    fsRead: pathGrants("--allow-fs-read", flags.fsRead ?? [], cwd),
    fsWrite: pathGrants("--allow-fs-write", flags.fsWrite ?? [], cwd),
    dirs: [],
    network: {
      all: (flags.network ?? []).includes(true),
      hosts: hostGrants(flags.network ?? []),
      tcp: [],
      denied: [],
    },
    env: {},
  } as unknown as Grants;
}

function pathGrants(flag: string, values: readonly FlagValue[], cwd: string): PathGrants {
  const paths = listed(flag, values).map((path) => absolute(flag, path, cwd));
  return { all: values.includes(true), paths: [...new Set(paths)], denied: [] };
}

function hostGrants(values: readonly FlagValue[]): HostGrant[] {
  return listed("--allow-network", values).map(parseHostGrant);
}

function listed(flag: string, values: readonly FlagValue[]): string[] {
  const items = values.flatMap((value) => (value === true ? [] : value.split(",")));
  if (!items.includes("")) return items;
  throw new SandboxError("usage", `${flag} has an empty value`, {
    hint: `write ${flag}=VALUE[,VALUE], or ${flag} alone to grant all of it`,
  });
}

function absolute(flag: string, path: string, cwd: string): string {
  if (!path.includes("\0") && isAbsolute(cwd)) return resolve(cwd, path);
  throw new SandboxError("usage", `${flag} has a path that no file can have: ${JSON.stringify(path)}`);
}
