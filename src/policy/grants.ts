/** What a run may touch. Every field is an allow-list; empty means denied. */

declare const resolved: unique symbol;

/** Files and folders, as absolute normalised host paths; a folder covers its tree. */
export interface PathGrants {
  /** A bare flag: every ordinary file, except the published list of credential places (`protected-places.ts`). */
  readonly all: boolean;
  readonly paths: readonly string[];
  /** Trees that are open except for the credential places in them: where a bare grant meets a narrower ceiling. */
  readonly ordinary?: readonly string[] | undefined;
  /** `--deny-*`: files and trees that stay shut whatever else is granted. */
  readonly denied: readonly string[];
}

/** One `--dir HOST::GUEST[:ro]`: a folder that a WASI guest sees under a name of its own. */
export interface DirGrant {
  /** Absolute, normalised. */
  readonly host: string;
  /** The name under which it is preopened. */
  readonly guest: string;
  readonly readOnly: boolean;
  /** The credential places in it stay shut: a ceiling allows ordinary files only. */
  readonly ordinary?: boolean | undefined;
}

/** One `--allow-network` value: `host`, `host:port`, `*.host`, `https://host[:port]`, or an IP literal. */
export interface HostGrant {
  /** As the operator wrote it, for messages and the audit log. */
  readonly text: string;
  /** `undefined`: http and https. */
  readonly scheme: "http" | "https" | undefined;
  /** Canonical lower-case ASCII host without brackets or trailing dot. */
  readonly host: string;
  /** `*.host`: subdomains only, never the host itself. */
  readonly subdomains: boolean;
  /** `undefined`: the default ports, 80 and 443 (of `scheme`, when one is pinned). */
  readonly port: number | undefined;
  /** An IP address written out: the only thing that opens loopback, private and link-local ranges. */
  readonly literal: boolean;
}

/** One `--allow-network=tcp://HOST:PORT`: a raw connection to exactly this place. */
export interface TcpGrant {
  readonly text: string;
  readonly host: string;
  readonly port: number;
  readonly literal: boolean;
}

export interface NetworkGrants {
  /** A bare flag: the public internet on any port, never the machine's own networks. */
  readonly all: boolean;
  readonly hosts: readonly HostGrant[];
  readonly tcp: readonly TcpGrant[];
  /** `--deny-network`: hosts that stay unreachable whatever else is granted; a port or scheme narrows the denial. */
  readonly denied: readonly HostGrant[];
}

export interface Grants {
  readonly fsRead: PathGrants;
  readonly fsWrite: PathGrants;
  readonly dirs: readonly DirGrant[];
  readonly network: NetworkGrants;
  /** Environment variables by name, with the values that the guest sees. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Where each rule was written (`--allow-fs-read=./data`, `policy.yaml:7`), by the rule in its full spelling as the
   * audit log has it (`--allow-fs-read=/work/data`).
   */
  readonly sources: Readonly<Record<string, string>>;
  /** Only `resolve.ts` can make one. */
  readonly [resolved]: true;
}
