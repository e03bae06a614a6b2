import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { SandboxError } from "../errors.ts";
import { FIXED_LIMITS } from "../policy/limits.ts";

/** A component file that is open: what is checked is what is read, whatever happens to the path meanwhile. */
export interface Target {
  /** File name without `.wasm`, for messages. */
  readonly name: string;
  /** Reads the whole file, once. */
  read(): Buffer;
}

/** Opens a component. Throws `SandboxError` for what can be known without reading it. */
export function openTarget(path: string): Target {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const descriptor = open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const size = checkedSize(path, descriptor);
    return { name: componentName(path), read: () => readAll(path, descriptor, size) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** What messages call a component: its file name without `.wasm`. */
export function componentName(path: string): string {
  return basename(path).replace(/\.wasm$/, "");
}

function open(path: string, flags: number): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new SandboxError("not-found", `no such file: ${path}`, { ...NAME_A_COMPONENT, cause: error });
    }
    throw new SandboxError("unreadable", `cannot read ${path}: ${code}`, { cause: error });
  }
}

const NAME_A_COMPONENT = { hint: "name the .wasm file of a component" };

function checkedSize(path: string, descriptor: number): number {
  const found = fstatSync(descriptor);
  if (found.isDirectory()) {
    throw new SandboxError("unreadable", `${path} is a folder`, NAME_A_COMPONENT);
  }
  if (!found.isFile()) throw new SandboxError("unreadable", `${path} is not a regular file`, NAME_A_COMPONENT);
  if (found.size === 0) throw new SandboxError("invalid-component", `${path} is empty`);
  if (found.size > FIXED_LIMITS.componentBytes) {
    throw new SandboxError(
      "invalid-component",
      `${path} is ${found.size} bytes, more than ${FIXED_LIMITS.componentBytes}`,
    );
  }
  return found.size;
}

function readAll(path: string, descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  try {
    let got = 0;
    for (let count = 1; got < size && count > 0; got += count)
      count = readSync(descriptor, bytes, got, size - got, got);
    if (got < size) throw new SandboxError("unreadable", `${path} became shorter while it was read`);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
