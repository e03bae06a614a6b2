import type { Worker } from "node:worker_threads";
import { MIB } from "../policy/limits.ts";
import type { Failure, Reply, Scanner, SourceFile } from "../scanner/scanner.ts";

export interface PoolOptions {
  /** The bundle of `worker-main.ts`. */
  readonly entry: string;
  /** Folder of the built-in scanner. */
  readonly directory: string;
  /** Threads at most. */
  readonly jobs: number;
  /** What the scanner of this thread reads before threads are started: most scans are over by then. */
  readonly warmUp?: WarmUp;
}

/** Whichever is reached first. */
export interface WarmUp {
  readonly skills: number;
  readonly bytes: number;
}

/** To read a megabyte takes as long as to start a thread. */
const WARM_UP: WarmUp = { skills: 16, bytes: MIB };

export interface Pool extends Scanner {
  /** Ends the threads; what is still being scanned is left. */
  close(): Promise<void>;
}

/** Scans with several threads, each with an instance of its own, as soon as there is enough to do. */
export function openPool(here: Scanner, options: PoolOptions): Pool {
  const threads = new Threads(options);
  let { skills, bytes } = options.warmUp ?? WARM_UP;
  let isWarm = false;
  return {
    ...here,
    concurrency: options.jobs * 2, // each thread finds its next skill waiting
    renew: () => {},
    scan: (files) => {
      if (!isWarm && (skills <= 0 || bytes <= 0)) {
        isWarm = true;
        here.rest?.();
      }
      if (isWarm) return threads.scan(files);
      skills--;
      bytes -= files.reduce((sum, { content }) => sum + content.length, 0);
      here.renew();
      return here.scan(files);
    },
    close: () => threads.close(),
  };
}

interface Job {
  readonly files: readonly SourceFile[];
  readonly answer: (reply: Reply) => void;
}

/** Threads that are started when all others are busy, and stay until the end. */
class Threads {
  readonly #options: PoolOptions;
  readonly #idle: Thread[] = [];
  readonly #all = new Set<Thread>();
  readonly #queue: Job[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  scan(files: readonly SourceFile[]): Promise<Reply> {
    return new Promise((answer) => {
      this.#queue.push({ files, answer });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  #next(): void {
    const job = this.#queue[0];
    if (job === undefined) return;
    const thread = this.#idle.pop() ?? this.#start();
    if (thread === undefined) return;
    this.#queue.shift();
    thread.run(job.files, (reply, isAlive) => {
      if (isAlive) this.#idle.push(thread);
      else this.#all.delete(thread);
      job.answer(reply);
      this.#next();
    });
  }

  #start(): Thread | undefined {
    if (this.#all.size >= this.#options.jobs) return undefined;
    const thread = new Thread(this.#options);
    this.#all.add(thread);
    return thread;
  }
}

type Done = (reply: Reply, isAlive: boolean) => void;

/** One thread, and the job that it has. */
class Thread {
  readonly #worker: Worker;
  #done: Done | undefined;

  constructor({ entry, directory }: PoolOptions) {
    // Fetched when the first thread is started: most scans are over before.
    const { Worker: WorkerThread } = process.getBuiltinModule("node:worker_threads");
    // Nothing of the environment or the flags of this process is of use to a thread that only computes.
    this.#worker = new WorkerThread(entry, { workerData: { directory }, env: {}, execArgv: [], stdin: false });
    this.#worker.unref();
    this.#worker.on("message", (reply: Reply) => this.#finish(reply, true));
    this.#worker.on("error", (error) => this.#finish(failure(String(error)), false));
    this.#worker.on("exit", (code) => this.#finish(failure(`its thread ended with ${code}`), false));
  }

  run(files: readonly SourceFile[], done: Done): void {
    this.#done = done;
    this.#worker.ref(); // keeps the process until the answer is there
    this.#worker.postMessage(files.map(({ path, content }) => ({ path, content })));
  }

  async end(): Promise<void> {
    this.#done = undefined;
    await this.#worker.terminate();
  }

  #finish(reply: Reply, isAlive: boolean): void {
    const done = this.#done;
    this.#done = undefined;
    if (isAlive) this.#worker.unref();
    done?.(reply, isAlive);
  }
}

function failure(why: string): Failure {
  return { kind: "failed", why };
}
