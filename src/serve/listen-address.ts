import { isIP } from "node:net";
import { SandboxError } from "../errors.ts";
import { canonicalHost } from "../policy/canonical-host.ts";

/** `ADDRESS:PORT`, `[IPv6]:PORT` or `:PORT`, which is loopback's; the address in its one spelling. Names are not looked up. */
export function parseListen(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port = ""] = /^(?:\[(.*)\]|([^:]*)):(\d{1,5})$/.exec(text) ?? [];
  const name = bracketed ?? (plain === "" || plain === "localhost" ? "127.0.0.1" : plain);
  const host = isIP(name ?? "") === (bracketed === undefined ? 4 : 6) ? canonicalAddress(name ?? "") : undefined;
  if (host !== undefined && Number(port) <= 65_535) return { host, port: Number(port) };
  throw new SandboxError("usage", `--listen ${JSON.stringify(text)} is no address and port`, {
    hint: "write for example --listen 127.0.0.1:8080, or port 0 for any free one",
  });
}

/** Undefined when it is no address. An IPv4 address inside IPv6 is the same as outside. */
export function canonicalAddress(address: string): string | undefined {
  if (isIP(address) === 0) return undefined;
  const url = URL.parse(`http://${address.includes(":") ? `[${address}]` : address}/`);
  return url === null ? undefined : canonicalHost(url.hostname)?.name;
}
