import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { HostGrant } from "../../../../src/policy/grants.ts";

/** Runs `program` in a Node of its own, where `createNetwork` is imported, and hands back what it printed. */
export async function runProgram(program: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const module = new URL("../../../../src/broker/network/network.ts", import.meta.url);
  const source = `const { createNetwork } = await import(${JSON.stringify(module)});\n${program}`;
  const options = { env, timeout: 20_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", source], options);
  return stdout;
}

/** Source text of grants for one port of loopback. */
export function loopbackGrants(port: number): string {
  const grant: HostGrant = { text: "", scheme: undefined, host: "127.0.0.1", subdomains: false, port, literal: true };
  return JSON.stringify({ all: false, hosts: [grant], tcp: [], denied: [] });
}
