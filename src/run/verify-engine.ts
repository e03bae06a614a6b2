import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkCacheFolder } from "../engine/cache/folder.ts";
import { keepStamp, readStamp } from "../engine/cache/stamp.ts";
import { SandboxError } from "../errors.ts";
import type { Engine } from "../isolation/engine.ts";

/**
 * Makes sure that the pinned engine is the binary that was published. Hashing 150 MB takes a tenth of a second, so what
 * was found right is remembered by what the kernel says of the file, and hashed again when any of that changes.
 *
 * @returns why it could not be remembered (a read-only home), which costs the next run time and nothing else
 * @throws SandboxError `refused` when it is another binary, which is then not started, or when the cache folder is not
 * ours alone
 */
export function verifyEngine(engine: Engine, cacheDir: string): string | undefined {
  if (engine.digest === undefined) return undefined;
  checkCacheFolder(cacheDir);
  const stamp = join(cacheDir, `engine-${engine.digest.slice(0, 16)}`);
  const identity = identityOf(engine.path);
  if (readStamp(stamp) === identity) return undefined;
  if (digestOf(engine.path) !== engine.digest) {
    throw new SandboxError("refused", `The pinned engine is not the published one: ${engine.path}`, {
      hint: "reinstall wasm-sandbox",
    });
  }
  return remember(stamp, identity);
}

function remember(stamp: string, identity: string): string | undefined {
  try {
    keepStamp(stamp, identity);
    return undefined;
  } catch (error) {
    if (error instanceof SandboxError) throw error;
    return `the check of the pinned engine was not kept for the next run: ${(error as Error).message}`;
  }
}

function identityOf(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return `${path}\n${[dev, ino, size, mtimeNs, ctimeNs].join(" ")}\n`;
}

/** sha256 of a file, in hex. */
export function digestOf(path: string): string {
  const descriptor = openSync(path, "r");
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(1024 * 1024);
  for (let count = 1; count > 0; ) {
    count = readSync(descriptor, chunk);
    hash.update(chunk.subarray(0, count));
  }
  closeSync(descriptor);
  return hash.digest("hex");
}
