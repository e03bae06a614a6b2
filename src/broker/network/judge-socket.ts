import type { NetworkGrants, TcpGrant } from "../../policy/grants.ts";
import { denialOf } from "./judge.ts";
import { ownPrefixes } from "./own-prefixes.ts";
import { whyNotPublic } from "./public-address.ts";
import { hostAndPort } from "./target.ts";

/** What decides about a raw connection. */
export interface SocketJudgement {
  readonly rule: string;
  /** Undefined: it is allowed. `hint`: the flag that would allow it. */
  readonly denied: { readonly hint: string | undefined } | undefined;
}

/** Whether a name may be looked up: only one that a raw connection was granted to. */
export function judgeName(grants: NetworkGrants, name: string): SocketJudgement {
  const grant = grants.tcp.find(({ literal, host }) => !literal && host === name);
  if (grant === undefined) return refused("default-deny", `--allow-network=tcp://${name}:PORT`);
  const denial = denialOf(grants, grant, name);
  return denial === undefined ? allowedBy(grant) : shut(denial);
}

/**
 * Why the guest is not told what a granted name has led to: all of it must be public or granted literally, since a name
 * that mixes public and private addresses is how rebinding looks. Undefined when it may be told.
 */
export function judgeResolved(
  grants: NetworkGrants,
  name: string,
  addresses: readonly string[],
): SocketJudgement | undefined {
  const prefixes = ownPrefixes();
  for (const address of addresses) {
    if (grants.tcp.some((grant) => grant.literal && grant.host === address)) continue;
    const problem = whyNotPublic(address, prefixes);
    const port = grants.tcp.find(({ host }) => host === name)?.port;
    if (problem !== undefined && port !== undefined) {
      return refused(problem.rule, `--allow-network=tcp://${hostAndPort(address, port)}`);
    }
  }
  return undefined;
}

/**
 * Whether a connection to this address may be made: it was granted literally, or it is public and a granted name has
 * led to it.
 *
 * @param address in canonical spelling
 * @param names those that were resolved to it in this run
 */
export function judgeConnection(
  grants: NetworkGrants,
  address: string,
  port: number,
  names: ReadonlySet<string>,
): SocketJudgement {
  const hint = `--allow-network=tcp://${hostAndPort(address, port)}`;
  const here = grants.tcp.filter((grant) => grant.port === port);
  const literal = here.find((grant) => grant.literal && grant.host === address);
  const grant = literal ?? here.find(({ host, literal: isLiteral }) => !isLiteral && names.has(host));
  if (grant === undefined) return refused("default-deny", hint);
  const denial = denialOf(grants, { port }, address) ?? denialOf(grants, { port }, grant.host);
  if (denial !== undefined) return shut(denial);
  const problem = literal === undefined ? whyNotPublic(address, ownPrefixes()) : undefined;
  return problem === undefined ? allowedBy(grant) : refused(problem.rule, hint);
}

/** Whether a connection to a name may be made, which is looked up only then: its addresses are judged apart. */
export function judgeNamed(grants: NetworkGrants, name: string, port: number): SocketJudgement {
  const grant = grants.tcp.find(({ host, literal, port: open }) => !literal && host === name && open === port);
  if (grant === undefined) return refused("default-deny", `--allow-network=tcp://${name}:${port}`);
  const denial = denialOf(grants, { port }, name);
  return denial === undefined ? allowedBy(grant) : shut(denial);
}

function allowedBy({ text }: TcpGrant): SocketJudgement {
  return { rule: `--allow-network=${text}`, denied: undefined };
}

function refused(rule: string, hint: string): SocketJudgement {
  return { rule, denied: { hint } };
}

function shut(denial: ReturnType<typeof denialOf> & object): SocketJudgement {
  return { rule: "rule" in denial ? denial.rule : "default-deny", denied: { hint: undefined } };
}
