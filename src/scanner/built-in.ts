import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SandboxError } from "../errors.ts";
import { MIB } from "../policy/limits.ts";
import { readAnswer, replyOf } from "./answer.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { instantiateScanner, type ScannerInstance } from "./core-module.ts";
import { callWithin } from "./deadline.ts";
import { onlyCoreModule } from "./only-core-module.ts";
import type { Reply, Scanner, SourceFile } from "./scanner.ts";

/** A hang guard, not a budget: the scanner reads tens of megabytes a second. */
const BASE_MS = 5_000;
const MS_PER_MIB = 1_000;

/** Memory of instances that were given up, before it is taken back. */
const WASTE_BYTES = 16 * MIB;

/** An instance that does not see this is broken, and its silence on other files would mean nothing. */
const CANARY = [{ path: "canary.py", content: Buffer.from('import os\nos.system("canary")\n') }];
const CANARY_LINE = 2;

/** What the build writes beside `scanner.wasm`. */
interface Manifest {
  readonly digest: string;
  readonly rules: string;
}

/** What the build writes there too, as far as it is needed here. */
interface RulesFile {
  readonly rules: readonly { readonly id: string; readonly fix: string }[];
}

export interface BuiltInOptions {
  /** Replaces the hang guard, in milliseconds; for tests. */
  readonly deadlineMs?: number;
}

/**
 * Loads our scanner from `directory`, where the build put `scanner.wasm` and `scanner.json`. It runs in this process,
 * because it has no imports and is ours: nothing it reads can make it do more than answer.
 *
 * @throws SandboxError `internal` when the files are missing or do not fit each other
 */
export function loadBuiltIn(directory: string, options: BuiltInOptions = {}): Scanner {
  const { digest, rules } = readManifest(directory);
  const instances = new Instances(compile(directory), rules);
  return {
    identity: { name: "built-in", digest, rules, external: false },
    renew: () => instances.renew(),
    rest: () => instances.rest(),
    fixOf: fixesOf(directory),
    scan: (files) => {
      const reply = ask(instances.current, files, options.deadlineMs ?? deadlineMs(files));
      if (reply.kind !== "findings") instances.giveUp();
      return reply;
    },
  };
}

/** What to do instead, by rule: read when something is found, which takes longer than to scan a small skill. */
function fixesOf(directory: string): (rule: string) => string | undefined {
  let fixes: ReadonlyMap<string, string> | undefined;
  return (rule) => {
    fixes ??= readFixes(directory);
    return fixes.get(rule);
  };
}

function readFixes(directory: string): ReadonlyMap<string, string> {
  const { rules }: RulesFile = JSON.parse(readPart(directory, "rules.json").toString("utf8"));
  return new Map(rules.map(({ id, fix }) => [id, fix]));
}

/** One instance at a time, of which the next file may use what the last one left, until it is given up. */
class Instances {
  readonly #module: WebAssembly.Module;
  readonly #rules: string;
  #current: ScannerInstance | undefined;
  #waste = 0;

  constructor(module: WebAssembly.Module, rules: string) {
    this.#module = module;
    this.#rules = rules;
  }

  get current(): ScannerInstance {
    this.#current ??= this.#fresh();
    return this.#current;
  }

  /**
   * A restored instance is as good as a fresh one: whatever a file could have done to the rules is undone. What its memory
   * has grown to stays, which is no more than the next large skill needs: to let it go and grow it again costs a fifth of
   * the time of a large scan.
   */
  renew(): void {
    this.#current?.restore();
  }

  rest(): void {
    this.giveUp();
    collectGarbage();
    this.#waste = 0;
  }

  giveUp(): void {
    this.#waste += this.#current?.memoryBytes() ?? 0;
    this.#current = undefined;
  }

  #fresh(): ScannerInstance {
    if (this.#waste > WASTE_BYTES) {
      collectGarbage();
      this.#waste = 0;
    }
    return proven(instantiateScanner(this.#module), this.#rules);
  }
}

function readManifest(directory: string): Manifest {
  const { digest, rules } = JSON.parse(readPart(directory, "scanner.json").toString("utf8")) ?? {};
  if (typeof digest === "string" && typeof rules === "string") return { digest, rules };
  throw broken("scanner.json is not what the build writes");
}

function compile(directory: string): WebAssembly.Module {
  const core = onlyCoreModule(readPart(directory, "scanner.wasm"));
  if (core === undefined) throw broken("scanner.wasm is not what the build writes");
  return new WebAssembly.Module(core);
}

function readPart(directory: string, name: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(join(directory, name));
  } catch (cause) {
    throw broken(`cannot read ${name}`, cause);
  }
}

function proven(instance: ScannerInstance, rules: string): ScannerInstance {
  const answer = readAnswer(instance.scanSkill(CANARY), CANARY.length);
  if (answer.kind === "failed") throw broken(answer.why);
  if (!answer.observations.some(({ line }) => line === CANARY_LINE)) throw broken("it does not see its canary");
  if (answer.rules !== rules) throw broken("it was built from other rules than this program");
  return instance;
}

function ask(instance: ScannerInstance, files: readonly SourceFile[], ms: number): Reply {
  try {
    const outcome = callWithin(ms, () => instance.scanSkill(files));
    return outcome === "timed-out" ? { kind: "timed-out", afterMs: ms } : replyOf(outcome.done, files.length);
  } catch (error) {
    // A trap; or a stack overflow, a memory that cannot grow, a result that lies outside the memory.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      return { kind: "failed", why: error.message };
    }
    throw error;
  }
}

function deadlineMs(files: readonly SourceFile[]): number {
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  return BASE_MS + Math.ceil((bytes / MIB) * MS_PER_MIB);
}

function broken(what: string, cause?: unknown): SandboxError {
  const hint = "reinstall wasm-sandbox; in a checkout: npm run build";
  return new SandboxError("internal", `the built-in scanner does not work: ${what}`, { hint, cause });
}
