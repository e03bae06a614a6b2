import { resolve } from "node:path";
import type { CapabilityDecision } from "../broker/broker.ts";
import { learntPolicy } from "../learn/learn.ts";
import { observe } from "../learn/observations.ts";
import { checkWritable, writeAtOnce } from "../learn/write-new.ts";
import { neutralise } from "../report/neutralise.ts";
import type { RunRequest, RunResult } from "../run.ts";
import type { Context } from "./context.ts";

/** `run --learn FILE`, while the run goes on. */
export interface Learning {
  /** What is going to be believed, so no grant reaches it. */
  readonly files: readonly string[];
  observe(decision: CapabilityDecision): void;
  /** Writes the policy; call it when the run is over. */
  finish(request: RunRequest, result: RunResult): void;
}

/** Refuses at once what could not be written in the end. */
export function learnInto({ cwd, output }: Context, file: string, force: boolean): Learning {
  const path = resolve(cwd, file);
  checkWritable(path, force);
  const observations = observe();
  return {
    files: [path],
    observe: observations.add,
    finish({ grants }, { name, digest }) {
      writeAtOnce(path, learntPolicy(observations, { name, digest, grants, cwd, path }), force);
      output.err(`Learnt policy: ${neutralise(file)}: read it line by line before you use it\n`);
    },
  };
}
