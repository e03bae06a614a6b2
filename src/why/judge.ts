import { resolve } from "node:path";
import type { Decision } from "../broker/decision.ts";
import { attributed } from "../policy/attribute.ts";
import type { Grants } from "../policy/grants.ts";
import { ALLOW_FLAGS, DENY_FLAGS } from "../policy/layer.ts";
import { liesWithin } from "../policy/path-tree.ts";
import { realPath } from "../policy/real-path.ts";
import { parseEnvName } from "../policy/values.ts";
import type { Question, Verdict } from "./verdict.ts";

/** Whether a path may be read, and whether it may be written: the broker's own judgement, which looks at the disk. */
export async function judgePath(path: string, { authority, ...options }: Question): Promise<Verdict[]> {
  const { probe } = await import("../broker/files/probe.ts");
  const { grants } = authority;
  const reading = await probe(path, "read", grants.fsRead, options);
  const writing = await probe(path, "write", grants.fsWrite, options);
  const names = [resolve(options.cwd, path), realPath(resolve(options.cwd, path))];
  return [
    named(verdictOf(`read ${path}`, "filesystem-read", reading, grants), DENY_FLAGS.fsRead, names, grants),
    named(verdictOf(`write ${path}`, "filesystem-write", writing, grants), DENY_FLAGS.fsWrite, names, grants),
  ];
}

/** The broker knows a denied path by its object too, and says only that the operator denied it: here is where. */
export function named(verdict: Verdict, flag: string, names: readonly string[], grants: Grants): Verdict {
  if (verdict.rule !== "denied-by-operator") return verdict;
  const denied = flag === DENY_FLAGS.fsRead ? grants.fsRead.denied : grants.fsWrite.denied;
  const path = denied.find((tree) => names.some((name) => liesWithin(name, tree) || liesWithin(name, realPath(tree))));
  return path === undefined ? verdict : { ...verdict, rule: withPlace(`${flag}=${path}`, grants) };
}

/**
 * Whether a host may be reached. Without a scheme or port both usual ones are judged. Nothing is looked up: what a name
 * resolves to is judged when a run connects.
 */
export async function judgeHost(host: string, { authority }: Question): Promise<Verdict[]> {
  if (/^tcp:\/\//i.test(host)) return [await judgeRaw(host, authority.grants)];
  const { judgeUrl } = await import("../broker/network/judge.ts");
  const { judgeAddresses } = await import("../broker/network/judge-addresses.ts");
  const { grants } = authority;
  return urlsOf(host).map((url) => {
    const permit = judgeUrl(grants.network, url);
    if ("kind" in permit) return verdictOf(`reach ${url}`, "network", permit, grants);
    const { target, rule } = permit;
    const addresses = target.literal ? judgeAddresses(grants.network, permit, [target.host]) : { list: [] };
    const found: Decision<undefined> = "kind" in addresses ? addresses : { kind: "done", value: undefined, rule };
    const verdict = verdictOf(`reach ${url}`, "network", found, grants);
    return target.literal || !verdict.allowed
      ? verdict
      : { ...verdict, reason: "if the name resolves to public addresses" };
  });
}

/** A raw connection: of a name as if it led to a public address. */
async function judgeRaw(text: string, grants: Grants): Promise<Verdict> {
  const { parseTcpGrant } = await import("../policy/tcp-grant.ts");
  const { judgeConnection, judgeName } = await import("../broker/network/judge-socket.ts");
  const { host, port, literal } = parseTcpGrant(text, "--host");
  const names = new Set(literal ? [] : [host]);
  const named = literal ? undefined : judgeName(grants.network, host);
  const judged =
    named?.denied === undefined ? judgeConnection(grants.network, literal ? host : PUBLIC, port, names) : named;
  const hint = judged.denied?.hint === undefined ? undefined : `--allow-network=${text}`;
  const found = attributed(grants, { capability: "network", rule: judged.rule, hint });
  const allowed = judged.denied === undefined;
  const reason = allowed && !literal ? "if the name resolves to public addresses" : undefined;
  return { request: `connect to ${text}`, allowed, rule: found.rule, reason, hint: found.hint };
}

/** Some address of the public internet. */
const PUBLIC = "8.8.8.8";

/** Whether a variable is seen. Its value is not shown. */
export function judgeEnv(name: string, { authority: { grants } }: Question): Verdict[] {
  const flag = `${ALLOW_FLAGS.env}=${parseEnvName("--env", name)}`;
  const request = `see the variable ${name}`;
  if (Object.hasOwn(grants.sources, flag)) {
    const reason = Object.hasOwn(grants.env, name) ? undefined : "it is not set in your environment";
    return [{ request, allowed: true, rule: withPlace(flag, grants), reason, hint: undefined }];
  }
  const denial = [`${DENY_FLAGS.env}=${name}`, DENY_FLAGS.env].find((rule) => Object.hasOwn(grants.sources, rule));
  if (denial === undefined)
    return [{ request, allowed: false, rule: "default-deny", reason: "it is not granted", hint: flag }];
  return [{ request, allowed: false, rule: withPlace(denial, grants), reason: "it is denied", hint: undefined }];
}

function verdictOf(request: string, capability: string, decision: Decision<undefined>, grants: Grants): Verdict {
  const rule = "rule" in decision ? decision.rule : decision.limit;
  const hint = decision.kind === "denied" ? decision.hint : undefined;
  const found = attributed(grants, { capability, rule, hint });
  const reason = decision.kind === "done" ? undefined : decision.reason;
  return { request, allowed: decision.kind !== "denied", rule: found.rule, reason, hint: found.hint };
}

/** A rule with where it was written. */
export function withPlace(rule: string, grants: Grants): string {
  return attributed(grants, { capability: "environment", rule, hint: undefined }).rule;
}

function urlsOf(host: string): string[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(host)) return [host];
  const port = /:(\d+)$/.exec(host.replace(/^\[.*\]/, ""))?.[1];
  if (port === "80") return [`http://${host}`];
  if (port === "443") return [`https://${host}`];
  return [`https://${host}`, `http://${host}`];
}
