import type { DirGrant, HostGrant, TcpGrant } from "./grants.ts";

/** Something that an operator wrote, and where: `--allow-fs-read=./data`, `policy.yaml:7`. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
}

/** One file or tree of files. */
export interface PathRule {
  /** Absolute, normalised; undefined: everything. */
  readonly path: string | undefined;
  /** Where that leads when links are followed; undefined when nobody has looked. */
  readonly real?: string | undefined;
  /** Credential places in it stay shut. */
  readonly ordinary: boolean;
}

/** `all` is the public internet by http and https, on any port. */
export type NetworkRule =
  | { readonly kind: "all" }
  | { readonly kind: "host"; readonly host: HostGrant }
  | { readonly kind: "tcp"; readonly tcp: TcpGrant };

export type Capability = "fsRead" | "fsWrite" | "network" | "env";

/** What may be touched: the union of its rules. */
export interface Allowed {
  readonly fsRead: readonly Sourced<PathRule>[];
  readonly fsWrite: readonly Sourced<PathRule>[];
  readonly network: readonly Sourced<NetworkRule>[];
  /** Names of environment variables. */
  readonly env: readonly Sourced<string>[];
}

/** What stays shut whatever is allowed. `path` undefined, `kind` "all" and the name `*` deny the whole capability. */
export interface Denied {
  readonly fsRead: readonly Sourced<PathRule>[];
  readonly fsWrite: readonly Sourced<PathRule>[];
  readonly network: readonly Sourced<Exclude<NetworkRule, { kind: "tcp" }>>[];
  readonly env: readonly Sourced<string>[];
}

/** What bare flags, and `true` in a file, stand for. */
export const EVERY_FILE: PathRule = { path: undefined, ordinary: true };
export const ALL_HOSTS = { kind: "all" } as const;
/** In place of a name: every environment variable. No variable can be called this. */
export const EVERY_NAME = "*";

/** What one place asks for: the command line, or a policy file. */
export interface Layer {
  readonly allow: Allowed;
  readonly deny: Denied;
  readonly dirs: readonly Sourced<DirGrant>[];
  /** Values of variables that are given outright; their names are in `allow.env`. */
  readonly values: Readonly<Record<string, string>>;
}

export const NOTHING_ALLOWED: Allowed = { fsRead: [], fsWrite: [], network: [], env: [] };

/** The flags by which each capability is granted and denied, as rules name them everywhere. */
export const ALLOW_FLAGS: Readonly<Record<Capability, string>> = {
  fsRead: "--allow-fs-read",
  fsWrite: "--allow-fs-write",
  network: "--allow-network",
  env: "--allow-env",
};
export const DENY_FLAGS: Readonly<Record<Capability, string>> = {
  fsRead: "--deny-fs-read",
  fsWrite: "--deny-fs-write",
  network: "--deny-network",
  env: "--deny-env",
};
