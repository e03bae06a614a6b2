import { SandboxError } from "../errors.ts";
import type { TcpGrant } from "./grants.ts";
import { parseHostAt } from "./host-grant.ts";

/**
 * One `tcp://HOST:PORT` value of `--allow-network`.
 *
 * @param where The flag or place in a file that holds it, for messages.
 * @throws SandboxError `policy` without a port, with a wildcard, and on what is no host
 */
export function parseTcpGrant(text: string, where: string): TcpGrant {
  const { scheme, host, port, literal, subdomains } = parseHostAt(where, text.slice("tcp://".length));
  if (port !== undefined && !subdomains && scheme === undefined) return { text, host, port, literal };
  const problem = scheme !== undefined ? "two schemes" : subdomains ? "a wildcard" : "no port";
  throw new SandboxError("policy", `Invalid ${where} value ${JSON.stringify(text)}: ${problem}`, {
    hint: "Write one host and its port, for example tcp://db.example.com:5432",
  });
}
