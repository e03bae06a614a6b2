import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { SandboxError } from "../errors.ts";
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
  let descriptor: number | undefined;
  try {
    // A FIFO would be waited for without O_NONBLOCK.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!fstatSync(descriptor).isFile()) refuse(`--env ${name}: ${file} is not a file`);
    return textOf(name, readCapped(name, descriptor));
  } catch (cause) {
    if (cause instanceof SandboxError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new SandboxError("usage", `--env ${name}: ${file} cannot be read (${code ?? String(cause)})`, { cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readCapped(name: string, descriptor: number): Buffer {
  const buffer = Buffer.alloc(MAX_VALUE_BYTES + "\r\n".length + 1);
  let length = 0;
  for (let more = -1; more !== 0 && length < buffer.length; length += more) {
    more = readSync(descriptor, buffer, length, buffer.length - length, null);
  }
  if (length === buffer.length) tooLong(name);
  return buffer.subarray(0, length);
}

function textOf(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r?\n$/, "");
  } catch {
    return refuse(`The value of --env ${name} is not valid UTF-8`);
  }
}

function tooLong(name: string): never {
  return refuse(`The value of --env ${name} is longer than ${MAX_VALUE_BYTES} bytes`);
}

function refuse(message: string): never {
  throw new SandboxError("usage", message, { hint: "for example --env LANG=C or --env TOKEN=@token.txt" });
}
