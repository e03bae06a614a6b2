import { dirname, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { dirGrant, refuseDuplicates } from "./dir-grant.ts";
import { allowedItems, type FileReader, filePath, item, items, KEYS } from "./file-items.ts";
import type { DirGrant } from "./grants.ts";
import { ALL_HOSTS, type Denied, EVERY_FILE, EVERY_NAME, type Layer, NOTHING_ALLOWED, type Sourced } from "./layer.ts";
import { LIMIT_NAMES, type LimitName, PARSE_LIMIT } from "./limit-names.ts";
import type { Limits } from "./limits.ts";
import { isProblems, parseDocument } from "./parse-document.ts";
import { type PolicyDocument, policySchema } from "./policy-schema.ts";
import { readText } from "./read-text.ts";
import { parseDeniedHost, parseEnvName } from "./values.ts";
import type { Problem } from "./yaml-document.ts";

/** What a policy file says about a run beside its grants; undefined where it says nothing. */
export interface PolicySettings {
  readonly isolation?: PolicyDocument["isolation"];
  readonly requireWalls?: boolean | undefined;
  readonly deterministic?: boolean | undefined;
  /** Absolute. */
  readonly auditLog?: string | undefined;
}

export interface PolicyFile {
  /** The path by which it was named, for messages. */
  readonly name: string;
  readonly layer: Layer;
  /** It has an `allow` section, though perhaps an empty one. */
  readonly hasAllow: boolean;
  readonly limits: readonly Sourced<{ readonly field: keyof Limits; readonly amount: number }>[];
  readonly settings: PolicySettings;
}

const MAX_POLICY_BYTES = 1024 * 1024;

/**
 * Reads a policy file.
 *
 * @param name Its path as the operator wrote it.
 * @param cwd Absolute: what `name` is relative to.
 * @throws SandboxError `policy` when there is anything in it that we do not understand
 */
export function readPolicy(name: string, cwd: string): PolicyFile {
  const path = resolve(cwd, name);
  const policy = parsePolicy(policyText(name, path), name, dirname(path));
  if (!isProblems(policy)) return policy;
  throw new SandboxError("policy", problemText(name, policy), { hint: `wasm-sandbox policy check ${name}` });
}

/** The text of a policy file. Throws `SandboxError` `policy` when it cannot be read. */
export function policyText(name: string, path: string): string {
  const read = readText(path, { maxBytes: MAX_POLICY_BYTES, follow: true });
  if (read.kind === "text") return read.text;
  const reason = read.kind === "missing" ? "does not exist" : read.reason;
  throw new SandboxError("policy", `The policy was not read: ${name} ${reason}`, {
    hint: "name a YAML or JSON file with --policy",
  });
}

/**
 * @param folder Absolute: where the file lies, and its relative paths start.
 * @returns everything that is wrong, in the order in which it was found, when anything is
 */
export function parsePolicy(text: string, name: string, folder: string): PolicyFile | readonly Problem[] {
  const document = parseDocument(policySchema, text);
  if (isProblems(document)) return document;
  const problems: Problem[] = [];
  const policy = policyOf(document.value, { name, folder, lineOf: document.lineOf, problems });
  return problems.length > 0 ? problems : policy;
}

/** The first problem, and how many more there are. */
export function problemText(name: string, [first, ...others]: readonly Problem[]): string {
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  return `Invalid policy ${name}:${first?.line}: ${first?.message}${more}`;
}

function policyOf(document: PolicyDocument, reader: FileReader): PolicyFile {
  const dirs = dirItems(reader, document);
  const allow = document.allow ? allowedItems(reader, "allow", document.allow) : NOTHING_ALLOWED;
  return {
    name: reader.name,
    layer: { allow, deny: deniedItems(reader, document.deny ?? {}), dirs, values: {} },
    hasAllow: document.allow !== undefined,
    limits: limitItems(reader, document.limits ?? {}),
    settings: {
      isolation: document.isolation,
      requireWalls: document["require-walls"],
      deterministic: document.deterministic,
      auditLog: document["audit-log"] === undefined ? undefined : resolve(reader.folder, document["audit-log"]),
    },
  };
}

function deniedItems(reader: FileReader, denied: NonNullable<PolicyDocument["deny"]>): Denied {
  const file = filePath(reader);
  return {
    fsRead: items(reader, ["deny", KEYS.fsRead], denied["fs-read"], EVERY_FILE, file),
    fsWrite: items(reader, ["deny", KEYS.fsWrite], denied["fs-write"], EVERY_FILE, file),
    network: items<Denied["network"][number]["value"]>(
      reader,
      ["deny", KEYS.network],
      denied.network,
      ALL_HOSTS,
      parseDeniedHost,
    ),
    env: items(reader, ["deny", KEYS.env], denied.env, EVERY_NAME, parseEnvName),
  };
}

function dirItems(reader: FileReader, document: PolicyDocument): Sourced<DirGrant>[] {
  const dirs = (document.dirs ?? []).flatMap(({ host, guest = host, "read-only": readOnly = false }, index) =>
    item(reader, ["dirs", index], (where) => {
      filePath(reader)(where, host);
      return dirGrant({ host, guest, readOnly }, reader.folder, where);
    }),
  );
  item(reader, ["dirs"], () => refuseDuplicates(dirs.map(({ value }) => value)));
  return dirs;
}

function limitItems(reader: FileReader, limits: NonNullable<PolicyDocument["limits"]>): PolicyFile["limits"] {
  return Object.entries(limits).flatMap(([name, amount]) => {
    const { field, unit } = LIMIT_NAMES[name as LimitName];
    return item(reader, ["limits", name], (where) => ({ field, amount: PARSE_LIMIT[unit](String(amount), where) }));
  });
}
