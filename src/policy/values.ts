import { isAbsolute, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { parseHostAt } from "./host-grant.ts";
import type { NetworkRule, PathRule } from "./layer.ts";
import { parseTcpGrant } from "./tcp-grant.ts";

/**
 * One path of a grant or a denial.
 *
 * @param where The flag or place in a file that holds it, for messages.
 * @param folder Absolute: what a relative path is relative to.
 */
export function parsePath(where: string, path: string, folder: string): PathRule {
  if (path !== "" && !path.includes("\0") && isAbsolute(folder))
    return { path: resolve(folder, path), ordinary: false };
  throw new SandboxError("usage", `${where} has a path that no file can have: ${JSON.stringify(path)}`);
}

/** One `--allow-network` value: a host, or a raw connection. */
export function parseNetwork(where: string, text: string): NetworkRule {
  return isRaw(text)
    ? { kind: "tcp", tcp: parseTcpGrant(text, where) }
    : { kind: "host", host: parseHostAt(where, text) };
}

/**
 * One `--deny-network` value. Without a port it denies every port, raw connections among them; that of a raw connection
 * denies everything else on that port too, for who may speak TCP may speak anything.
 */
export function parseDeniedHost(where: string, text: string): Extract<NetworkRule, { kind: "host" }> {
  if (!isRaw(text)) return { kind: "host", host: parseHostAt(where, text) };
  return { kind: "host", host: { ...parseTcpGrant(text, where), scheme: undefined, subdomains: false } };
}

/** The name of an environment variable: POSIX.1 section 8.1, and nothing else. */
export function parseEnvName(where: string, name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  // Whoever mistakes the flag for --env may have written a secret: it is not repeated.
  const shown = name.includes("=") ? "a NAME=VALUE" : JSON.stringify(name);
  throw new SandboxError("usage", `${where} needs names of environment variables, and got ${shown}`, {
    hint: "letters, digits and underscores, for example --allow-env=LANG; a value goes into --env NAME=VALUE",
  });
}

function isRaw(text: string): boolean {
  return /^tcp:\/\//i.test(text);
}
