import { SandboxError } from "../errors.ts";
import {
  ALL_HOSTS,
  type Allowed,
  type Capability,
  EVERY_FILE,
  EVERY_NAME,
  type NetworkRule,
  type PathRule,
  type Sourced,
} from "./layer.ts";
import type { CapabilitiesDocument } from "./policy-schema.ts";
import { parseEnvName, parseNetwork, parsePath } from "./values.ts";
import type { Problem, YamlDocument } from "./yaml-document.ts";

/** A file that is being read, for its parts: what they need to know, and where they say what is wrong. */
export interface FileReader {
  /** As sources name it. */
  readonly name: string;
  /** Absolute: what relative paths are relative to. */
  readonly folder: string;
  readonly lineOf: YamlDocument["lineOf"];
  readonly problems: Problem[];
}

/** One value of a file with its source; none, and a problem, when it means nothing. */
export function item<T>(reader: FileReader, path: readonly PropertyKey[], parse: (where: string) => T): Sourced<T>[] {
  const line = reader.lineOf(path);
  try {
    return [
      { value: parse(path.filter((key) => typeof key === "string").join(".")), source: `${reader.name}:${line}` },
    ];
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    reader.problems.push({
      line,
      message: error.hint === undefined ? error.message : `${error.message}; ${error.hint}`,
    });
    return [];
  }
}

/** The items of a list, or of `true` the one that stands for all. */
export function items<T>(
  reader: FileReader,
  path: readonly PropertyKey[],
  listed: readonly string[] | true | undefined,
  all: T,
  parse: (where: string, text: string) => T,
): Sourced<T>[] {
  if (listed === true) return item(reader, path, () => all);
  return (listed ?? []).flatMap((text, index) => item(reader, [...path, index], (where) => parse(where, text)));
}

/** An `allow` section, or the `capabilities` of a manifest. */
export function allowedItems(reader: FileReader, section: string, document: CapabilitiesDocument): Allowed {
  const file = filePath(reader);
  return {
    fsRead: items(reader, [section, KEYS.fsRead], document["fs-read"], EVERY_FILE, file),
    fsWrite: items(reader, [section, KEYS.fsWrite], document["fs-write"], EVERY_FILE, file),
    network: items<NetworkRule>(reader, [section, KEYS.network], document.network, ALL_HOSTS, parseNetwork),
    env: items(reader, [section, KEYS.env], document.env, EVERY_NAME, parseEnvName),
  };
}

/** A path of a file. Nobody expands `~` for us, and a folder of that name is nobody's wish. */
export function filePath({ folder }: FileReader): (where: string, path: string) => PathRule {
  return (where, path) => {
    if (!/^~([/\\]|$)/.test(path)) return parsePath(where, path, folder);
    throw new SandboxError("policy", `${where} has a path with '~'`, { hint: "write the folder out" });
  };
}

/** What each capability is called in files. */
export const KEYS: Readonly<Record<Capability, string>> = {
  fsRead: "fs-read",
  fsWrite: "fs-write",
  network: "network",
  env: "env",
};
