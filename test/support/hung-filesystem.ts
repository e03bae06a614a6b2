import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A mounted file system whose server never answers: whoever asks it for anything waits, and only SIGKILL ends that. */
export interface HungFilesystem {
  readonly path: string;
  /** Unmounts it; everybody who waits gets an error. */
  stop(): void;
}

/**
 * Mounts one through FUSE, with this process as the server that never answers. Needs Linux, root and `/dev/fuse`; where
 * that is missing the answer says why, for the name of a skipped test. When this process ends, so does the waiting.
 */
export function startHungFilesystem(): HungFilesystem | { readonly unavailable: string } {
  if (process.platform !== "linux") return { unavailable: "FUSE is tried on Linux only" };
  const path = mkdtempSync(join(tmpdir(), "wasm-sandbox-hung-"));
  try {
    const device = openSync("/dev/fuse", "r+");
    const unavailable = mount(device, path);
    if (unavailable === undefined) return mounted(device, path);
    closeSync(device);
    rmdirSync(path);
    return { unavailable };
  } catch (error) {
    rmdirSync(path);
    return { unavailable: String(error) };
  }
}

/** mount(8) hands the open device to the kernel as descriptor 3 and does nothing else. */
function mount(device: number, path: string): string | undefined {
  const options = "fd=3,rootmode=40000,user_id=0,group_id=0";
  const { status, stderr, error } = spawnSync("mount", ["-i", "-t", "fuse", "-o", options, "hung", path], {
    stdio: ["ignore", "ignore", "pipe", device],
    encoding: "utf8",
  });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

function mounted(device: number, path: string): HungFilesystem {
  answerInit(device);
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    process.off("exit", stop);
    spawnSync("umount", ["-l", path]);
    closeSync(device);
    rmdirSync(path);
  };
  process.on("exit", stop);
  return { path, stop };
}

/** The one answer it ever gives: FUSE 7.31, so that the kernel sends requests instead of waiting to begin. */
function answerInit(device: number): void {
  const request = Buffer.alloc(128 * 1024);
  readSync(device, request);
  const answer = Buffer.alloc(HEADER_BYTES + INIT_BYTES);
  answer.writeUInt32LE(answer.length, 0);
  request.copy(answer, 8, 8, 16);
  answer.writeUInt32LE(7, HEADER_BYTES);
  answer.writeUInt32LE(31, HEADER_BYTES + 4);
  writeSync(device, answer);
}

/** `fuse_out_header` and `fuse_init_out` of the kernel's include/uapi/linux/fuse.h. */
const HEADER_BYTES = 16;
const INIT_BYTES = 64;
