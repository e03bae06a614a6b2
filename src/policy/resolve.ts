import { dirsWithoutDenied, withoutDenied } from "./denials.ts";
import { refuseDuplicates } from "./dir-grant.ts";
import { type FlagValue, flagLayer, type GrantFlags } from "./flag-layer.ts";
import type { Grants, NetworkGrants, PathGrants } from "./grants.ts";
import {
  ALLOW_FLAGS,
  type Allowed,
  type Denied,
  EVERY_NAME,
  type Layer,
  type PathRule,
  type Sourced,
} from "./layer.ts";
import { sourcesOf } from "./rule-text.ts";

export type { FlagValue, GrantFlags };

/** Variables of the operator, of which a guest sees those that are granted. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns flags into grants. Nothing given is nothing allowed; what is denied is taken away.
 * Throws `SandboxError` `usage` or `policy` for a value that cannot be a grant.
 */
export function resolveGrants(flags: GrantFlags, cwd: string, environment: Environment = {}): Grants {
  return grantsFrom(flagLayer(flags, cwd), environment);
}

/** The only place that makes grants. */
export function grantsFrom(layer: Layer, environment: Environment): Grants {
  const allow = withoutDenied(layer.allow, layer.deny);
  const dirs = dirsWithoutDenied(layer.dirs, layer.deny);
  refuseDuplicates(dirs.map(({ value }) => value));
  return {
    fsRead: pathGrants(allow.fsRead, layer.deny.fsRead),
    fsWrite: pathGrants(allow.fsWrite, layer.deny.fsWrite),
    dirs: dirs.map(({ value }) => value),
    network: networkGrants(allow.network, layer.deny.network),
    env: environmentOf(allow.env, layer, environment),
    sources: sourcesOf({ ...layer, allow, dirs }),
  } as unknown as Grants;
}

/**
 * Of grants what one rule opens, with every denial and with the network as it is; undefined when the rule is not among
 * them. It is for what is granted while a run goes on: what the run has opened already stays as it was opened.
 *
 * @param rule In its full spelling, `--allow-fs-read=/data`.
 */
export function onlyRule(grants: Grants, rule: string, source: string): Grants | undefined {
  if (!Object.hasOwn(grants.sources, rule)) return undefined;
  const only = (flag: string, { paths, ordinary = [], denied }: PathGrants): PathGrants => {
    const isIt = (path: string) => `${flag}=${path}` === rule;
    return { all: false, paths: paths.filter(isIt), ordinary: ordinary.filter(isIt), denied };
  };
  return {
    ...grants,
    fsRead: only(ALLOW_FLAGS.fsRead, grants.fsRead),
    fsWrite: only(ALLOW_FLAGS.fsWrite, grants.fsWrite),
    dirs: [],
    env: {},
    sources: { ...grants.sources, [rule]: source },
  };
}

function pathGrants(allowed: readonly Sourced<PathRule>[], denied: readonly Sourced<PathRule>[]): PathGrants {
  const rules = allowed.map(({ value }) => value);
  const paths = (ordinary: boolean) => rules.flatMap((rule) => (rule.ordinary === ordinary ? (rule.path ?? []) : []));
  const ordinary = unique(paths(true));
  return {
    all: rules.some(({ path }) => path === undefined),
    paths: unique(paths(false)),
    ...(ordinary.length > 0 ? { ordinary } : {}),
    denied: unique(denied.flatMap(({ value }) => value.path ?? [])),
  };
}

function networkGrants(allowed: Allowed["network"], denied: Denied["network"]): NetworkGrants {
  return {
    all: allowed.some(({ value }) => value.kind === "all"),
    hosts: allowed.flatMap(({ value }) => (value.kind === "host" ? value.host : [])),
    tcp: allowed.flatMap(({ value }) => (value.kind === "tcp" ? value.tcp : [])),
    denied: denied.flatMap(({ value }) => (value.kind === "host" ? value.host : [])),
  };
}

/** A granted variable that the operator does not have is not set. */
function environmentOf(names: Allowed["env"], { values }: Layer, environment: Environment): Grants["env"] {
  return Object.fromEntries(
    unique(names.map(({ value }) => value)).flatMap((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : own(environment, name);
      return value === undefined || name === EVERY_NAME ? [] : [[name, value]];
    }),
  );
}

/** `process.env` answers for `constructor` and `__proto__` as every object does. */
function own(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
