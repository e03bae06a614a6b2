import { posix, relative, resolve, sep } from "node:path";
import type { Decision } from "../broker/decision.ts";
import type { DirGrant, PathGrants } from "../policy/grants.ts";
import { DENY_FLAGS } from "../policy/layer.ts";
import { liesWithin } from "../policy/path-tree.ts";
import { realPath } from "../policy/real-path.ts";
import { dirText } from "../policy/rule-text.ts";
import { named, withPlace } from "./judge.ts";
import type { Question, Verdict } from "./verdict.ts";

/** What a WASI guest may do with a path of the host through the folders of `--dir`; nothing where none covers it. */
export async function judgeDirs(path: string, question: Question): Promise<Verdict[]> {
  const place = realPath(resolve(question.cwd, path));
  const covering = question.authority.grants.dirs.filter(({ host }) => liesWithin(place, realPath(host)));
  const verdicts = covering.map(async (dir) => [
    await judgeReading(place, dir, question),
    await judgeWriting(place, dir, question),
  ]);
  return (await Promise.all(verdicts)).flat();
}

async function judgeReading(place: string, dir: DirGrant, question: Question): Promise<Verdict> {
  const { grants } = question.authority;
  const decision = await decide(place, "read", dir, grants.fsRead, question);
  return named(verdictOf("read", place, dir, decision, question), DENY_FLAGS.fsRead, [place], grants);
}

async function judgeWriting(place: string, dir: DirGrant, question: Question): Promise<Verdict> {
  const { grants } = question.authority;
  if (dir.readOnly) return readOnly(place, dir, question);
  const decision = await decide(place, "write", dir, grants.fsWrite, question);
  return named(verdictOf("write", place, dir, decision, question), DENY_FLAGS.fsWrite, [place], grants);
}

/** No flag helps against a ceiling or a denial that made it so: then the operator did not write it like that. */
function readOnly(place: string, dir: DirGrant, { authority: { grants } }: Question): Verdict {
  const rule = dirText(dir);
  const hint = Object.hasOwn(grants.sources, rule) ? dirText({ ...dir, readOnly: false }) : undefined;
  const request = requestText("write", place, dir);
  return { request, allowed: false, rule: withPlace(rule, grants), reason: "the folder is read-only", hint };
}

/** A folder of `--dir` is walked and judged as one that is granted by its name. */
async function decide(
  place: string,
  direction: "read" | "write",
  { host, ordinary }: DirGrant,
  { denied }: PathGrants,
  { authority: _, ...options }: Question,
): Promise<Decision<undefined>> {
  const { probe } = await import("../broker/files/probe.ts");
  const folder = realPath(host);
  const through: PathGrants =
    ordinary === true ? { all: false, paths: [], ordinary: [folder], denied } : { all: false, paths: [folder], denied };
  return probe(place, direction, through, { ...options, isRootOrdinary: false });
}

function verdictOf(
  verb: string,
  place: string,
  dir: DirGrant,
  decision: Decision<undefined>,
  { authority: { grants } }: Question,
): Verdict {
  const request = requestText(verb, place, dir);
  if (decision.kind === "denied") {
    return {
      request,
      allowed: false,
      rule: withPlace(decision.rule, grants),
      reason: decision.reason,
      hint: undefined,
    };
  }
  return { request, allowed: true, rule: withPlace(dirText(dir), grants), reason: undefined, hint: undefined };
}

function requestText(verb: string, place: string, { host, guest }: DirGrant): string {
  const inside = relative(realPath(host), place).split(sep).join("/");
  return `${verb} ${place}, for a WASI guest ${posix.join(guest, inside)}`;
}
