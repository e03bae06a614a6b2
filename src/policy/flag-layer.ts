import { SandboxError } from "../errors.ts";
import { parseDirGrant } from "./dir-grant.ts";
import { parseEnvValue } from "./env-value.ts";
import {
  ALL_HOSTS,
  ALLOW_FLAGS,
  type Allowed,
  DENY_FLAGS,
  type Denied,
  EVERY_FILE,
  EVERY_NAME,
  type Layer,
  type NetworkRule,
  type Sourced,
} from "./layer.ts";
import { parseDeniedHost, parseEnvName, parseNetwork, parsePath } from "./values.ts";

/** One occurrence of a grant flag: its value, or `true` for a bare flag. */
export type FlagValue = string | true;

type PerCapability = Readonly<Partial<Record<"fsRead" | "fsWrite" | "network" | "env", readonly FlagValue[]>>>;

/** The grant flags of one command line, each as often as it was given. */
export interface GrantFlags {
  readonly fsRead?: readonly FlagValue[];
  readonly fsWrite?: readonly FlagValue[];
  readonly network?: readonly FlagValue[];
  /** `--allow-env`: names of variables whose values come from the operator's environment. */
  readonly env?: readonly FlagValue[];
  /** `--env`: `NAME=VALUE` or `NAME=@FILE`. */
  readonly envValues?: readonly string[];
  /** `--dir`: `HOST[::GUEST][:ro]`. */
  readonly dirs?: readonly string[];
  readonly deny?: PerCapability;
}

/** What a command line asks for; the only reading is of the files that `--env NAME=@FILE` names. */
export function flagLayer(flags: GrantFlags, cwd: string): Layer {
  const values = (flags.envValues ?? []).map((text) => parseEnvValue(text, cwd));
  const allow = allowed(flags, cwd);
  const given = values.map(({ name }) => ({ value: name, source: `--env ${name}` }));
  return {
    allow: { ...allow, env: [...allow.env, ...given] },
    deny: denied(flags.deny ?? {}, cwd),
    dirs: (flags.dirs ?? []).map((text) => ({ value: parseDirGrant(text, cwd), source: `--dir=${text}` })),
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
  };
}

function allowed(flags: GrantFlags, cwd: string): Allowed {
  const { fsRead, fsWrite, network, env } = ALLOW_FLAGS;
  return {
    fsRead: items(fsRead, flags.fsRead, EVERY_FILE, (path) => parsePath(fsRead, path, cwd)),
    fsWrite: items(fsWrite, flags.fsWrite, EVERY_FILE, (path) => parsePath(fsWrite, path, cwd)),
    network: items<NetworkRule>(network, flags.network, ALL_HOSTS, (text) => parseNetwork(network, text)),
    env: items(env, noBare(flags.env), "", (name) => parseEnvName(env, name)),
  };
}

function denied(flags: PerCapability, cwd: string): Denied {
  const { fsRead, fsWrite, network, env } = DENY_FLAGS;
  return {
    fsRead: items(fsRead, flags.fsRead, EVERY_FILE, (path) => parsePath(fsRead, path, cwd)),
    fsWrite: items(fsWrite, flags.fsWrite, EVERY_FILE, (path) => parsePath(fsWrite, path, cwd)),
    network: items<Denied["network"][number]["value"]>(network, flags.network, ALL_HOSTS, (text) =>
      parseDeniedHost(network, text),
    ),
    env: items(env, flags.env, EVERY_NAME, (name) => parseEnvName(env, name)),
  };
}

/** The whole environment of an operator holds tokens; a flag that grants it by accident is not worth having. */
function noBare(values: readonly FlagValue[] = []): readonly FlagValue[] {
  if (!values.includes(true)) return values;
  throw new SandboxError("usage", "--allow-env needs the names of the variables", {
    hint: "for example --allow-env=LANG,TZ; all of them at once cannot be granted",
  });
}

function items<T>(
  flag: string,
  values: readonly FlagValue[] = [],
  everything: T,
  parse: (text: string) => T,
): Sourced<T>[] {
  return values.flatMap((value) => {
    if (value === true) return [{ value: everything, source: flag }];
    return value.split(",").map((text) => {
      if (text === "") refuseEmpty(flag);
      return { value: parse(text), source: `${flag}=${text}` };
    });
  });
}

function refuseEmpty(flag: string): never {
  const verb = flag.startsWith("--deny") ? "deny" : "grant";
  const alone = flag === ALLOW_FLAGS.env ? "" : `, or ${flag} alone to ${verb} all of it`;
  throw new SandboxError("usage", `${flag} has an empty value`, { hint: `write ${flag}=VALUE[,VALUE]${alone}` });
}
