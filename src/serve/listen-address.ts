import { isIP } from "node:net";
import { SandboxError } from "../errors.ts";

/** `ADDRESS:PORT`, `[IPv6]:PORT` or `:PORT`, which is loopback's. Names are not looked up. */
export function parseListen(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port = ""] = /^(?:\[(.*)\]|([^:]*)):(\d{1,5})$/.exec(text) ?? [];
  const name = bracketed ?? (plain === "" || plain === "localhost" ? "127.0.0.1" : plain);
  if (name !== undefined && isIP(name) === (bracketed === undefined ? 4 : 6) && Number(port) <= 65_535) {
    return { host: name, port: Number(port) };
  }
  throw new SandboxError("usage", `--listen ${JSON.stringify(text)} is no address and port`, {
    hint: "write for example --listen 127.0.0.1:8080, or port 0 for any free one",
  });
}
