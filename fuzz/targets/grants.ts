import assert from "node:assert/strict";
import fc from "fast-check";
import { judgeUrl } from "../../src/broker/network/judge.ts";
import { isStop } from "../../src/broker/network/stop.ts";
import { SandboxError } from "../../src/errors.ts";
import type { HostGrant } from "../../src/policy/grants.ts";
import { parseHostGrant } from "../../src/policy/host-grant.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import { parseCount, parseDuration, parseSize } from "../../src/policy/units.ts";
import { defineTarget } from "../target.ts";
import { bracketed } from "./host-text.ts";

const word = fc.constantFrom(
  ...["*", "*.", ".", ":", "::", "/", "//", "://", "http", "https", "tcp://", "ro", ":ro", "..", "@", "[", "]", "::1"],
  ...[
    "127.0.0.1",
    "example.com",
    "localhost",
    "443",
    "65536",
    "0",
    "1e3",
    "5",
    "s",
    "MiB",
    "-",
    "=",
    " ",
    "\0",
    "~",
    "é",
  ],
);
const text = fc.oneof(
  fc.array(word, { maxLength: 7 }).map((words) => words.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.tuple(fc.domain(), fc.option(fc.nat(70_000))).map(([host, port]) => (port === null ? host : `${host}:${port}`)),
);
const flag = fc.array(fc.oneof(fc.constant(true as const), text), { maxLength: 3 });
const perCapability = { fsRead: flag, fsWrite: flag, network: flag, env: flag };

/** What an operator writes: any text is a grant or an error that says so, and a grant means what it prints. */
export const grants = defineTarget({
  name: "grants",
  inputs: fc.record({
    text,
    flags: fc.record({ ...perCapability, dirs: fc.array(text, { maxLength: 2 }), deny: fc.record(perCapability) }),
  }),
  gateRuns: 1000,
  check({ text: value, flags }) {
    for (const parse of [parseDuration, parseSize, parseCount]) {
      const number = orRefusal(() => parse(value, "--flag"));
      assert(number === undefined || (Number.isSafeInteger(number) && number >= 0), `${value} is ${number}`);
    }
    orRefusal(() => resolveGrants(flags, "/work/folder"));
    const grant = orRefusal(() => parseHostGrant(value));
    if (grant !== undefined) checkHost(grant);
  },
});

/** Any error but ours is a bug. */
function orRefusal<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof SandboxError) return undefined;
    throw error;
  }
}

function checkHost(grant: HostGrant): void {
  const host = `${grant.subdomains ? "*." : ""}${bracketed(grant.host)}`;
  const printed = `${grant.scheme === undefined ? "" : `${grant.scheme}://`}${host}${grant.port === undefined ? "" : `:${grant.port}`}`;
  assert.deepEqual({ ...parseHostGrant(printed), text: "" }, { ...grant, text: "" }, printed);
  checkCover(grant);
}

/** It opens what it names, and neither another host nor another port. */
function checkCover(grant: HostGrant): void {
  const network = { all: false, hosts: [grant], tcp: [], denied: [] };
  const scheme = grant.scheme ?? "https";
  const host = bracketed(grant.subdomains ? `www.${grant.host}` : grant.host);
  const port = grant.port ?? (scheme === "http" ? 80 : 443);
  const allowed = (url: string) => !isStop(judgeUrl(network, url));
  // The longest names leave no room for a subdomain.
  if (host.length < 250)
    assert(allowed(`${scheme}://${host}:${port}/`), `${host}:${port} is not opened by ${grant.text}`);
  assert(!allowed(`${scheme}://${host}:${port === 81 ? 82 : 81}/`), "another port");
  assert(!allowed(`${scheme}://x${bracketed(grant.host)}:${port}/`), "another host");
  assert(!allowed(`${scheme}://${grant.host}.example:${port}/`), "a host that begins like it");
}
