import { resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { readText } from "./read-text.ts";
import { parseEnvName } from "./values.ts";

/** The longest value, in bytes: half of what Linux takes for one string of an environment (MAX_ARG_STRLEN). */
const MAX_VALUE_BYTES = 64 * 1024;

/**
 * One `--env` value: `NAME=VALUE`, or `NAME=@FILE` for the content of a file without its last line end, which keeps a
 * secret out of the list of processes. No message repeats a value.
 *
 * @param cwd Absolute: what a relative FILE is relative to.
 */
export function parseEnvValue(text: string, cwd: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at === -1) refuse("--env needs NAME=VALUE or NAME=@FILE");
  const name = parseEnvName("--env", text.slice(0, at));
  const given = text.slice(at + 1);
  const value = given.startsWith("@") ? readValue(name, resolve(cwd, given.slice(1))) : given;
  if (value.includes("\0")) refuse(`The value of --env ${name} holds a NUL`);
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) tooLong(name);
  return { name, value };
}

function readValue(name: string, file: string): string {
  const read = readText(file, { maxBytes: MAX_VALUE_BYTES + "\r\n".length, follow: true });
  if (read.kind === "text") return read.text.replace(/\r?\n$/, "");
  return refuse(`--env ${name}: ${file} ${read.kind === "missing" ? "does not exist" : read.reason}`);
}

function tooLong(name: string): never {
  return refuse(`The value of --env ${name} is longer than ${MAX_VALUE_BYTES} bytes`);
}

function refuse(message: string): never {
  throw new SandboxError("usage", message, { hint: "for example --env LANG=C or --env TOKEN=@token.txt" });
}
