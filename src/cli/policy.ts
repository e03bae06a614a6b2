import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { resolveAuthority } from "../policy/authority.ts";
import { explainGrants } from "../policy/explain.ts";
import { LIMIT_NAMES } from "../policy/limit-names.ts";
import type { Limits } from "../policy/limits.ts";
import { isProblems } from "../policy/parse-document.ts";
import { parsePolicy, policyText, readPolicy } from "../policy/policy-file.ts";
import { dangers } from "../policy/warnings.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import { checkJson, checkText, type PolicyCheck } from "../report/policy-check.ts";
import { statementsText } from "../report/why-text.ts";
import type { Context } from "./context.ts";
import { EXIT } from "./exit-code.ts";

export function policyCommand(context: Context): Command {
  const command = new Command("policy")
    .summary("check a policy file, and say what it grants")
    .description("Checks and explains policy files, which --policy reads. Runs nothing.");
  command
    .command("check")
    .summary("say whether a policy file is valid, and what in it is dangerous")
    .argument("<file>", "a policy file, YAML or JSON")
    .option("--json", "print one JSON object")
    .action((file: string, { json }: { json?: boolean }) => check(context, file, json === true));
  command
    .command("explain")
    .summary("say in words what a policy file grants after the operator's ceilings, and where each line stands")
    .argument("<file>", "a policy file, YAML or JSON")
    .option("--json", "print one JSON object")
    .action((file: string, { json }: { json?: boolean }) => explain(context, file, json === true));
  command
    .command("schema")
    .summary("print the JSON Schema of policy files")
    .action(() => context.output.out(readFileSync(join(context.installation.distDir, "policy.schema.json"))));
  return command;
}

/** 0 for a valid file, dangerous or not; 2 for one that would stop a run. */
function check(context: Context, file: string, json: boolean): void {
  const found = checked(file, context.cwd);
  context.output.out(json ? checkJson(found) : checkText(found));
  if (found.problems.length > 0) context.exitWith(EXIT.usage);
}

function checked(file: string, cwd: string): PolicyCheck {
  const path = resolve(cwd, file);
  const policy = parsePolicy(policyText(file, path), file, dirname(path));
  if (isProblems(policy)) return { file, problems: policy, warnings: [], policy: undefined };
  return { file, problems: [], warnings: dangers(policy.layer, homedir()), policy };
}

/** Of variables only those that are set are granted, so each is taken for set. */
async function explain({ cwd, output }: Context, file: string, json: boolean): Promise<void> {
  const environment = { ...namesOf(file, cwd), ...process.env };
  const { grants, limits, settings, capped } = await resolveAuthority({ flags: {}, policy: file, cwd, environment });
  const statements = explainGrants(grants);
  if (json) output.out(`${neutraliseJson(JSON.stringify({ file, statements, limits, settings, capped }))}\n`);
  else output.out(statementsText(file, statements, limitWords(limits), settings, capped));
}

function namesOf(file: string, cwd: string): Record<string, string> {
  return Object.fromEntries(readPolicy(file, cwd).layer.allow.env.map(({ value }) => [value, ""]));
}

const UNITS = { duration: " ms", size: " bytes", count: "" } as const;

function limitWords(limits: Limits): string[] {
  return Object.entries(LIMIT_NAMES).map(([name, { field, unit }]) => {
    const amount = limits[field];
    return amount === undefined ? `${name} not counted` : `${name} ${amount}${UNITS[unit]}`;
  });
}
