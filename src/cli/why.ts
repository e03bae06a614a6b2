import { homedir } from "node:os";
import { resolve } from "node:path";
import { Command } from "commander";
import { SandboxError } from "../errors.ts";
import { ownPaths } from "../installation.ts";
import { type AuthorityRequest, resolveAuthority } from "../policy/authority.ts";
import { withFlag } from "../policy/hint.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import { pastRunText, verdictsText } from "../report/why-text.ts";
import { judgeEnv, judgeHost, judgePath } from "../why/judge.ts";
import { judgeDirs } from "../why/judge-dirs.ts";
import { readPastRun } from "../why/past-run.ts";
import type { Question, Verdict } from "../why/verdict.ts";
import type { Context } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import { grantFlagsOf, grantOptions, type ParsedGrantFlags } from "./grant-flags.ts";

interface WhyFlags extends ParsedGrantFlags {
  readonly path?: readonly string[];
  readonly host?: readonly string[];
  readonly auditLog?: string;
  readonly json?: boolean;
}

export function whyCommand(context: Context): Command {
  const command = new Command("why")
    .summary("say which rule allows or denies a request")
    .description(
      "Says what a run with these grants would decide on a path, a host or a variable, by which rule, where that rule " +
        "was written, and which flag would allow it. With a run's id it lists what was decided in that run.",
    )
    .argument("[run-id]", "a run in the audit log, or the beginning of its id")
    .option("--path <path>", "would it read this file, and write it?", collected)
    .option("--host <host>", "would it reach this host? HOST, HOST:PORT or a URL", collected)
    .option("--audit-log <file>", "the audit log that holds the run")
    .option("--json", "print one JSON object")
    .addHelpText("after", EXAMPLES)
    .action((run: string | undefined, flags: WhyFlags) =>
      run === undefined ? explain(context, flags) : explainRun(context, run, flags),
    );
  for (const option of grantOptions()) command.addOption(option);
  return command;
}

const EXAMPLES = `
Examples:
  wasm-sandbox why --path ~/.ssh/id_ed25519 --allow-fs-read
  wasm-sandbox why --host 169.254.169.254 --policy policy.yaml
  wasm-sandbox why --env API_TOKEN --allow-env=LANG         a name alone asks; NAME=VALUE grants
  wasm-sandbox why 3f2a --audit-log audit.jsonl

Exit code: 0 allowed or listed, 1 denied, 2 wrong usage or invalid policy, 3 no such run or log.`;

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function explainRun({ cwd, output }: Context, id: string, flags: WhyFlags): Promise<void> {
  const { auditLog, json, ...others } = flags;
  if (id === "") throw new SandboxError("usage", "the id of a run is empty", { hint: "name a run, or its beginning" });
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new SandboxError("usage", `a run is shown as it was decided, and ${flagName(other)} is asked beside it`, {
      hint: "ask one after the other",
    });
  }
  if (auditLog === undefined) {
    throw new SandboxError("usage", "a run is looked up in an audit log", { hint: "name it with --audit-log FILE" });
  }
  const run = await readPastRun(id, resolve(cwd, auditLog));
  output.out(json === true ? `${neutraliseJson(JSON.stringify(run))}\n` : pastRunText(run));
}

/** `allowFsRead` is `--allow-fs-read`. */
function flagName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function explain(context: Context, flags: WhyFlags): Promise<void> {
  if (flags.auditLog !== undefined) {
    throw new SandboxError("usage", "an audit log answers for a run", {
      hint: "name the run's id, or drop --audit-log",
    });
  }
  const { cwd, installation, output } = context;
  const request: AuthorityRequest = {
    flags: grantFlagsOf({ ...flags, env: (flags.env ?? []).filter((text) => text.includes("=")) }),
    policy: flags.policy,
    manifest: flags.manifest,
    cwd,
    environment: process.env,
  };
  const judge = async (asked: AuthorityRequest): Promise<Verdict[]> => {
    const authority = await resolveAuthority(asked);
    const protectedPaths = [...ownPaths(installation), installation.engine.path, ...authority.files];
    return judgeAll(flags, { authority, cwd, home: homedir(), protectedPaths });
  };
  const verdicts = await Promise.all(
    (await judge(request)).map((verdict, index) => honest(verdict, index, request, judge)),
  );
  output.out(flags.json === true ? `${neutraliseJson(JSON.stringify({ verdicts }))}\n` : verdictsText(verdicts));
  if (verdicts.some(({ allowed }) => !allowed)) context.exitWith(EXIT.findings);
}

async function judgeAll({ path = [], host = [], env = [] }: WhyFlags, question: Question): Promise<Verdict[]> {
  const names = env.filter((text) => !text.includes("="));
  if (path.length + host.length + names.length === 0) {
    throw new SandboxError("usage", "nothing is asked", { hint: "name --path, --host, --env NAME, or a run" });
  }
  const paths = path.map(async (one) => [...(await judgePath(one, question)), ...(await judgeDirs(one, question))]);
  const hosts = host.map((one) => judgeHost(one, question));
  return [...(await Promise.all([...paths, ...hosts])).flat(), ...names.flatMap((name) => judgeEnv(name, question))];
}

/** A flag is named only when it would really help: a ceiling, a manifest or a denial may stand above it. */
async function honest(
  verdict: Verdict,
  index: number,
  request: AuthorityRequest,
  judge: (request: AuthorityRequest) => Promise<Verdict[]>,
): Promise<Verdict> {
  // That of a read-only folder names a change, not an addition.
  if (verdict.hint === undefined || verdict.hint.startsWith("--dir=")) return verdict;
  const more = { ...request, flags: withFlag(request.flags, verdict.hint) };
  if ((await judge(more))[index]?.allowed === true) return verdict;
  const { capped } = await resolveAuthority(more);
  const cap =
    capped.find((rule) => rule.startsWith(verdict.hint ?? "")) ?? "a denial, a ceiling or a manifest stands above it";
  return { ...verdict, hint: undefined, reason: `not granted: ${cap}` };
}
