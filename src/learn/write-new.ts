import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { SandboxError } from "../errors.ts";

/**
 * Refuses a place where a file cannot be written later.
 *
 * @param force An existing file may be replaced.
 */
export function checkWritable(path: string, force: boolean): void {
  attempt(path, () => accessSync(dirname(path), constants.W_OK));
  const found = attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (found?.isDirectory() === true) throw new SandboxError("usage", `${path} is a folder`);
  if (found !== undefined && !force) throw exists(path);
}

/** Writes a file at once: whoever looks finds all of it or nothing. Without `force` an existing one stays as it is. */
export function writeAtOnce(path: string, text: string, force: boolean): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  attempt(path, () => {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let sent = 0; sent < bytes.length; ) sent += writeSync(descriptor, bytes, sent);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    try {
      if (force) renameSync(temporary, path);
      else linkSync(temporary, path);
    } finally {
      if (lstatSync(temporary, { throwIfNoEntry: false }) !== undefined) unlinkSync(temporary);
    }
  });
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    if (code === "EEXIST") throw exists(path);
    throw new SandboxError("unwritable", `${path} cannot be written (${code})`, { cause: error });
  }
}

function exists(path: string): SandboxError {
  return new SandboxError("usage", `${path} exists already, and was left as it is`, {
    hint: "name another file, or add --force to replace it",
  });
}
