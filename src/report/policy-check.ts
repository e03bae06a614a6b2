import type { PolicyFile } from "../policy/policy-file.ts";
import type { Warning } from "../policy/warnings.ts";
import type { Problem } from "../policy/yaml-document.ts";
import { neutralise, neutraliseJson } from "./neutralise.ts";

/** What `policy check` found. */
export interface PolicyCheck {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Undefined when there are problems. */
  readonly policy: PolicyFile | undefined;
}

export function checkText({ file, problems, warnings, policy }: PolicyCheck): string {
  const lines = [
    ...problems.map(({ line, message }) => `${file}:${line}: ${message}`),
    ...warnings.map(({ source, message }) => `${source}: warning: ${message}`),
    policy === undefined ? `${file} is not valid; a run with it would not start` : summary(policy),
  ];
  return `${lines.map((line) => neutralise(line)).join("\n")}\n`;
}

export function checkJson({ file, problems, warnings: found }: PolicyCheck): string {
  const warnings = found.map(({ source, message }) => ({ source, message }));
  return `${neutraliseJson(JSON.stringify({ file, valid: problems.length === 0, problems, warnings }))}\n`;
}

function summary({ name, layer: { allow, deny, dirs }, limits }: PolicyFile): string {
  const counts = [
    [allow.fsRead.length, "to read"],
    [allow.fsWrite.length, "to write"],
    [allow.network.length, "for the network"],
    [allow.env.length, "for the environment"],
    [dirs.length, "for folders"],
  ] as const;
  const grants = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const denials = deny.fsRead.length + deny.fsWrite.length + deny.network.length + deny.env.length;
  const rest = `${plural(denials, "denial")}, ${plural(limits.length, "limit")}`;
  return `${name} is valid: ${grants.length === 0 ? "nothing is granted" : `grants ${grants.join(", ")}`}; ${rest}`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
