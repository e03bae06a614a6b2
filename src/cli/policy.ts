import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { isProblems, parsePolicy, policyText } from "../policy/policy-file.ts";
import { dangers } from "../policy/warnings.ts";
import { checkJson, checkText, type PolicyCheck } from "../report/policy-check.ts";
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
