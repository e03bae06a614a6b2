import type { Queue, Worker } from "bullmq";
import { SandboxError } from "../errors.ts";

/** Where the queue is. */
export interface QueueAddress {
  /** `redis://host:port/db` or `rediss://…`. */
  readonly redis: string;
  readonly name: string;
}

/** What a job asks for, and what became of it. */
export interface ScanJob {
  readonly path: string;
}

type Library = typeof import("bullmq");

/**
 * The queue library, which only those install who share a scan among machines.
 *
 * @throws SandboxError `missing-backend` when it is not there
 */
async function loadLibrary(): Promise<Library> {
  try {
    return await import("bullmq");
  } catch (cause) {
    throw new SandboxError("missing-backend", "the queue library is not installed", {
      hint: "npm install bullmq ioredis, beside wasm-sandbox",
      cause,
    });
  }
}

export async function openQueue(address: QueueAddress): Promise<Queue<ScanJob>> {
  const { Queue } = await loadLibrary();
  const queue = new Queue<ScanJob>(address.name, { connection: connectionOf(address, 1) });
  queue.on("error", () => {}); // each command rejects with the same error, and that is told
  await reachable(queue, address);
  return queue;
}

export interface WorkerOptions {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** After this many milliseconds without a sign of life its job goes to another worker. */
  readonly lockMs: number;
}

export async function openWorker(
  address: QueueAddress,
  { concurrency, lockMs }: WorkerOptions,
  scan: (path: string) => Promise<unknown>,
): Promise<Worker<ScanJob>> {
  const { Worker } = await loadLibrary();
  return new Worker<ScanJob>(address.name, ({ data }) => scan(data.path), {
    connection: connectionOf(address, null),
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: MAX_LOST_WORKERS,
  });
}

/** A job that has taken so many workers down with it is given up, and reported. */
const MAX_LOST_WORKERS = 3;

/** A worker waits for a server that went away; who asks once wants to know. */
function connectionOf({ redis }: QueueAddress, maxRetriesPerRequest: number | null) {
  const url = parseAddress(redis);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 6379),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
    maxRetriesPerRequest,
    ...(maxRetriesPerRequest === null ? {} : { retryStrategy: () => null, enableOfflineQueue: true }),
  };
}

function parseAddress(redis: string): URL {
  const url = URL.parse(redis);
  if (url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== "" && /^(?:\/\d*)?$/.test(url.pathname))
    return url;
  throw new SandboxError("usage", `--redis is not the address of a Redis server: '${withoutPassword(redis)}'`, {
    hint: "for example --redis redis://127.0.0.1:6379/0",
  });
}

function withoutPassword(redis: string): string {
  return redis.replace(/:[^:@/]*@/, ":…@");
}

async function reachable(queue: Queue<ScanJob>, { redis }: QueueAddress): Promise<void> {
  try {
    await queue.waitUntilReady();
  } catch (cause) {
    await queue.disconnect();
    throw new SandboxError("missing-backend", `no Redis server answers at ${withoutPassword(redis)}`, {
      hint: "start one, or name another with --redis",
      cause,
    });
  }
}
