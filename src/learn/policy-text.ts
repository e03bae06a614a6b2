import type { DirGrant } from "../policy/grants.ts";
import { neutralise, neutraliseJson } from "../report/neutralise.ts";
import type { Proposal, ProposalKey } from "./proposal.ts";

/** What a learnt policy says of itself. */
export interface LearntFrom {
  /** The component's name and digest. */
  readonly name: string;
  readonly digest: string;
  /** Names of the variables that were granted, each with why it does not stand, if it does not. */
  readonly env: readonly { readonly value: string; readonly doubt: string | undefined }[];
  /** Requests that were not kept. */
  readonly omitted: number;
}

/** The policy file that covers the proposals that stand; the doubtful ones are comments with the reason. */
export function policyText(proposals: readonly Proposal[], from: LearntFrom): string {
  const lists = (["fs-read", "fs-write", "network"] as const).flatMap((key) => listLines(key, proposals));
  const allow = [...lists, ...envLines(from.env)];
  const others = proposals.filter(({ entry }) => entry === undefined);
  return [
    `# Learnt from one run of ${neutralise(from.name)} (sha256:${from.digest}).`,
    "# NOT SIGNED OFF. The component chose what it asked for: a person must read each line, and take away what is not",
    "# wanted. A line that is a comment was asked for too, and is not granted by this file.",
    "version: 1",
    ...(allow.length === 0 ? ["allow: {}"] : ["allow:", ...allow]),
    ...dirLines(proposals),
    ...(others.length === 0 ? [] : ["# No grant opens these:", ...others.map(({ note }) => `#   ${neutralise(note)}`)]),
    ...(from.omitted === 0 ? [] : [`# … and ${from.omitted} more requests, which were not kept.`]),
    "",
  ].join("\n");
}

function listLines(key: ProposalKey, proposals: readonly Proposal[]): string[] {
  const lines = new Map<string, Line>();
  for (const { entry, note, doubt } of proposals) {
    if (entry?.key === key) collect(lines, JSON.stringify(entry.value), note, doubt);
  }
  if (lines.size === 0) return [];
  const stands = [...lines.values()].some(({ doubt }) => doubt === undefined);
  return [`  ${key}:${stands ? "" : " []"}`, ...[...lines].flatMap(([text, line]) => itemLines("    ", text, line))];
}

function dirLines(proposals: readonly Proposal[]): string[] {
  const lines = new Map<string, Line>();
  const dirs = proposals.flatMap(({ entry, note, doubt }) =>
    entry?.key === "dirs" ? [{ dir: entry.value, note, doubt }] : [],
  );
  for (const { dir, note, doubt } of dirs) {
    const writable = dirs.some((other) => other.dir.guest === dir.guest && !other.dir.readOnly);
    collect(lines, dirText({ ...dir, readOnly: dir.readOnly && !writable }), note, doubt);
  }
  if (lines.size === 0) return [];
  const stands = [...lines.values()].some(({ doubt }) => doubt === undefined);
  return [`dirs:${stands ? "" : " []"}`, ...[...lines].flatMap(([text, line]) => itemLines("  ", text, line))];
}

interface Line {
  readonly notes: readonly string[];
  readonly doubt: string | undefined;
}

/** A line that one of its observations makes doubtful is doubtful. */
function collect(lines: Map<string, Line>, text: string, note: string, doubt: string | undefined): void {
  const before = lines.get(text);
  lines.set(text, { notes: [...(before?.notes ?? []), note], doubt: before?.doubt ?? doubt });
}

function itemLines(indent: string, text: string, { notes, doubt }: Line): string[] {
  return [
    ...notes.map((note) => `${indent}# ${neutralise(note)}`),
    // JSON's strings are YAML's, and hold no line end.
    doubt === undefined
      ? `${indent}- ${neutraliseJson(text)}`
      : `${indent}# ${neutralise(doubt)}: - ${neutraliseJson(text)}`,
  ];
}

function dirText({ host, guest, readOnly }: DirGrant): string {
  const parts = [`"host": ${JSON.stringify(host)}`, `"guest": ${JSON.stringify(guest)}`];
  return `{${[...parts, ...(readOnly ? ['"read-only": true'] : [])].join(", ")}}`;
}

/** Variables are handed over when a run starts; nobody sees whether they are read. */
function envLines(names: LearntFrom["env"]): string[] {
  if (names.length === 0) return [];
  const note = ["granted; whether it is read cannot be seen"];
  const stands = names.some(({ doubt }) => doubt === undefined);
  const lines = names.flatMap(({ value, doubt }) => itemLines("    ", value, { notes: note, doubt }));
  return [`  env:${stands ? "" : " []"}`, ...lines];
}
