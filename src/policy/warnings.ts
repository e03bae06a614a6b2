import { sep } from "node:path";
import type { Layer, PathRule, Sourced } from "./layer.ts";
import { liesWithin } from "./path-tree.ts";
import { foldPath, isCredentialPlace, isExecutedLater } from "./protected-places.ts";

/** Something that is allowed, and that a careful operator would look at twice. */
export interface Warning {
  /** Where it was written. */
  readonly source: string;
  /** What may happen, and to which path, host or variable. */
  readonly message: string;
  /** What may happen, alone. */
  readonly what: string;
}

/**
 * What is dangerous in what a layer allows.
 *
 * @param home Absolute: the operator's home folder.
 */
export function dangers({ allow, dirs }: Pick<Layer, "allow" | "dirs">, home: string): Warning[] {
  const folders = dirs.map(({ value, source }) => ({ value: { path: value.host, ordinary: false }, source }));
  const writable = folders.filter((_, index) => dirs[index]?.value.readOnly === false);
  return [
    ...[...allow.fsRead, ...folders].flatMap((rule) => pathDangers("read", rule, home)),
    ...[...allow.fsWrite, ...writable].flatMap((rule) => [...pathDangers("written", rule, home), ...executed(rule)]),
    ...allow.network.flatMap(networkDangers),
    ...allow.env.flatMap(secretNames),
  ];
}

function pathDangers(verb: string, { value: { path }, source }: Sourced<PathRule>, home: string): Warning[] {
  if (path === undefined) return [warning(source, `every ordinary file may be ${verb}`)];
  if (path === sep) return [warning(source, `the whole file system may be ${verb}`)];
  if (liesWithin(home, path)) return [warning(source, `the whole home folder may be ${verb}`)];
  if (isCredentialPlace(foldPath(path))) return [warning(source, `a place for credentials may be ${verb}`, path)];
  return [];
}

function executed({ value: { path }, source }: Sourced<PathRule>): Warning[] {
  if (path === undefined || !isExecutedLater(foldPath(path))) return [];
  return [warning(source, "what is written there may be executed later", path)];
}

/** The address at which clouds hand out credentials to whoever asks from inside. */
const METADATA = new Set(["169.254.169.254", "fd00:ec2::254", "168.63.129.16", "100.100.100.200"]);

function networkDangers({ value, source }: Layer["allow"]["network"][number]): Warning[] {
  if (value.kind === "all") return [warning(source, "the whole public internet may be reached")];
  const { host, text } = value.kind === "host" ? value.host : value.tcp;
  if (METADATA.has(host)) return [warning(source, "the metadata service of a cloud may be reached", text)];
  const wide = value.kind === "host" && value.host.subdomains && !host.includes(".");
  return wide ? [warning(source, "every name under a whole domain of the internet may be reached", text)] : [];
}

function secretNames({ value, source }: Sourced<string>): Warning[] {
  if (!/TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_KEY/i.test(value)) return [];
  return [warning(source, "a variable that looks like a secret may be seen", value)];
}

function warning(source: string, what: string, of?: string): Warning {
  return { source, message: of === undefined ? what : `${what}: ${of}`, what };
}
