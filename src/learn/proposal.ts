import { resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { parseDirGrant } from "../policy/dir-grant.ts";
import type { DirGrant, Grants } from "../policy/grants.ts";
import { unquoted } from "../policy/hint.ts";
import { parseNetwork, parsePath } from "../policy/values.ts";
import { doubtOf } from "./doubt.ts";
import type { Observation } from "./observations.ts";

export type ProposalKey = "fs-read" | "fs-write" | "network";

/** What a policy grants in one line. */
export type Entry =
  | { readonly key: ProposalKey; readonly value: string }
  | { readonly key: "dirs"; readonly value: DirGrant };

/** One line of a learnt policy. */
export interface Proposal {
  /** Undefined: a request that no grant of a policy opens. */
  readonly entry: Entry | undefined;
  /** How often, and by which decision. */
  readonly note: string;
  /** Why a person has to take the line in by hand; undefined for one that stands. */
  readonly doubt: string | undefined;
}

/** What a line about one observation needs to know. */
export interface ProposalContext {
  /** Absolute: where relative guest paths start. */
  readonly cwd: string;
  /** Absolute: the operator's home folder. */
  readonly home: string;
  /** Where each rule was written, by its full spelling. */
  readonly sources: Grants["sources"];
  /** Why nobody may be sent to an address without naming it; undefined for a public one. */
  readonly whyNotPublic: (address: string) => string | undefined;
}

/** The narrowest grant that covers what was observed. */
export function propose({ decision, times }: Observation, context: ProposalContext): Proposal {
  const { allowed, rule, capability, operation, argument } = decision;
  const count = times === 1 ? "once" : `${times} times`;
  const note = `${allowed ? "allowed" : "denied"} ${count}: ${capability}.${operation}(${JSON.stringify(argument)}), by ${rule}`;
  const entry = entryOf(decision, context);
  return { entry, note, doubt: entry === undefined ? "no grant opens it" : doubtOf(entry, decision.rule, context) };
}

type Decision = Observation["decision"];

/** What the operator shut stays shut, and what is ours is nobody's to grant. */
const FINAL = /^(?:--deny-|denied-by-operator$|own-files$|special-filesystem$)/;

function entryOf(decision: Decision, { cwd, sources }: ProposalContext): Proposal["entry"] {
  if (!decision.allowed && FINAL.test(decision.rule)) return undefined;
  const flag = decision.allowed ? withoutPlace(decision.rule, sources) : unquoted(decision.hint ?? "");
  const [, name = "", value = ""] = /^--([a-z-]+)=(.+)$/s.exec(flag) ?? [];
  try {
    if (name === "dir") return { key: "dirs", value: parseDirGrant(value, cwd) };
    if (name === "allow-fs-read" || name === "allow-fs-write") return pathEntry(name, value, cwd);
    if (name === "allow-network") return networkEntry(value);
    return decision.allowed ? bareEntry(decision, flag, cwd) : undefined;
  } catch (error) {
    if (!(error instanceof SandboxError || error instanceof TypeError)) throw error;
    // A hint may hold a placeholder, and an argument is a guest's text: what is no grant becomes a comment.
    return undefined;
  }
}

/** Under a bare grant it is the request that says what was needed. */
function bareEntry({ argument }: Decision, flag: string, cwd: string): Proposal["entry"] {
  if (argument.endsWith("…")) return undefined;
  if (flag === "--allow-fs-read" || flag === "--allow-fs-write") return pathEntry(flag.slice(2), argument, cwd);
  return flag === "--allow-network" ? networkEntry(hostOf(argument)) : undefined;
}

function pathEntry(name: string, path: string, cwd: string): Proposal["entry"] {
  const { path: value = "" } = parsePath(name, resolve(cwd, path), cwd);
  return value.isWellFormed() ? { key: name === "allow-fs-read" ? "fs-read" : "fs-write", value } : undefined;
}

function networkEntry(value: string): Proposal["entry"] {
  parseNetwork("--allow-network", value);
  return { key: "network", value };
}

function hostOf(argument: string): string {
  const { protocol, hostname, port } = new URL(argument);
  return `${protocol}//${hostname}${port === "" ? "" : `:${port}`}`;
}

/** `--allow-fs-read=/data (policy.yaml:3)` without where it stands; a path may itself end like that. */
function withoutPlace(rule: string, sources: Grants["sources"]): string {
  return Object.keys(sources).find((key) => rule === `${key} (${sources[key]})`) ?? rule;
}
