import { homedir } from "node:os";
import { dirname } from "node:path";
import { ownPrefixes } from "../broker/network/own-prefixes.ts";
import { whyNotPublic } from "../broker/network/public-address.ts";
import { SandboxError } from "../errors.ts";
import type { Grants } from "../policy/grants.ts";
import { isProblems } from "../policy/parse-document.ts";
import { parsePolicy, problemText } from "../policy/policy-file.ts";
import { secretDoubt } from "./doubt.ts";
import type { Observations } from "./observations.ts";
import { policyText } from "./policy-text.ts";
import { propose } from "./proposal.ts";

export interface Lesson {
  readonly name: string;
  readonly digest: string;
  readonly grants: Grants;
  /** Absolute: where relative guest paths start. */
  readonly cwd: string;
  /** Absolute: where the policy will lie. */
  readonly path: string;
}

/** The minimal policy that covers what a run asked for, as far as it may stand without a person's own decision. */
export function learntPolicy(observations: Observations, { name, digest, grants, cwd, path }: Lesson): string {
  const prefixes = ownPrefixes();
  const home = homedir();
  const context = {
    cwd,
    home,
    sources: grants.sources,
    whyNotPublic: (address: string) => whyNotPublic(address, prefixes)?.what,
  };
  const proposals = observations.all().map((observation) => propose(observation, context));
  const from = {
    name,
    digest,
    env: Object.keys(grants.env).map((value) => ({ value, doubt: secretDoubt(value) })),
    omitted: observations.omitted(),
  };
  const text = policyText(proposals, from);
  const read = parsePolicy(text, path, dirname(path));
  if (isProblems(read))
    throw new SandboxError("internal", `the learnt policy is not valid: ${problemText(path, read)}`);
  return text;
}
