import type { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { SandboxError } from "../errors.ts";

/** Where the queue is. */
export interface QueueAddress {
  /** `redis://host:port/db` or `rediss://…`. */
  readonly redis: string;
  readonly name: string;
}

/** What a job asks for. */
export interface ScanJob {
  readonly path: string;
}

/** A server that does not answer within this time is not there. */
const CONNECT_MS = 5_000;

export interface OpenQueue {
  readonly queue: Queue<ScanJob>;
  close(): Promise<void>;
}

/** @throws SandboxError `missing-backend` when the library or the server is not there */
export async function openQueue(address: QueueAddress): Promise<OpenQueue> {
  const { Queue } = await loadLibrary();
  const client = await connect(address);
  const queue = new Queue<ScanJob>(address.name, { connection: client });
  return {
    queue,
    close: async () => {
      await queue.close();
      await client.quit();
    },
  };
}

export interface WorkerOptions {
  /** Jobs at a time. */
  readonly concurrency: number;
  /** After this many milliseconds without a sign of life its job goes to another worker. */
  readonly lockMs: number;
}

export interface OpenWorker {
  readonly worker: Worker<ScanJob>;
  /** After the jobs at hand. */
  close(): Promise<void>;
}

/** @throws SandboxError `missing-backend` when the library or the server is not there */
export async function openWorker(
  address: QueueAddress,
  { concurrency, lockMs }: WorkerOptions,
  scan: (path: string) => Promise<unknown>,
): Promise<OpenWorker> {
  const { Worker } = await loadLibrary();
  const client = await connect(address);
  const worker = new Worker<ScanJob>(address.name, ({ data }) => scan(data.path), {
    connection: client,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: MAX_LOST_WORKERS,
  });
  worker.on("error", () => {}); // it connects again by itself, and a job that it lost is another's
  return {
    worker,
    close: async () => {
      await worker.close();
      await client.quit();
    },
  };
}

/** A job that has taken so many workers down with it is given up, and reported. */
const MAX_LOST_WORKERS = 3;

/** The queue library, which only those install who share a scan among machines. */
async function loadLibrary(): Promise<typeof import("bullmq")> {
  try {
    return await import("bullmq");
  } catch (cause) {
    throw notInstalled(cause);
  }
}

function notInstalled(cause: unknown): SandboxError {
  const hint = "npm install bullmq ioredis, beside wasm-sandbox";
  return new SandboxError("missing-backend", "the queue library is not installed", { hint, cause });
}

/** A connection that has answered once; from then on it is taken up again for as long as it is used. */
async function connect({ redis }: QueueAddress): Promise<Redis> {
  const url = addressOf(redis);
  const { Redis } = await import("ioredis").catch((cause: unknown) => Promise.reject(notInstalled(cause)));
  let isUp = false;
  const client = new Redis(url.href, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isUp ? Math.min(times * 100, CONNECT_MS) : null),
  });
  client.on("error", () => {}); // told by `connect` below, or healed by connecting again
  try {
    await client.connect();
    isUp = true;
    return client;
  } catch (cause) {
    throw new SandboxError("missing-backend", `no Redis server answers at ${withoutPassword(redis)}`, {
      hint: "start one, or name another with --redis",
      cause,
    });
  }
}

function addressOf(redis: string): URL {
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
