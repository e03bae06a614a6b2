import { type HeaderEntry, isForbidden } from "../../guest/network-messages.ts";

/** Headers of a message as Node has them, name and value in turn, without those that concern one connection only. */
export function entriesOf(raw: readonly string[]): HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    if (!isForbidden(name)) entries.push([name, Buffer.from(value, "latin1")]);
  }
  return entries;
}
