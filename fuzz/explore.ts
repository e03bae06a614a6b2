import fc from "fast-check";
import type { Target } from "./target.ts";

export interface Exploration {
  readonly executions: number;
  /** The smallest input that was found to break a promise, and how. */
  readonly broken: { readonly input: unknown; readonly how: string } | undefined;
}

/** Tries `runs` inputs, the same ones for the same seed. */
export async function explore(target: Target, seed: number, runs: number): Promise<Exploration> {
  let executions = 0;
  const promise = fc.asyncProperty(target.inputs, async (input) => {
    executions += target.executions?.(input) ?? 1;
    await target.check(input);
  });
  const { failed, counterexample, errorInstance } = await fc.check(promise, { seed, numRuns: runs });
  if (!failed) return { executions, broken: undefined };
  return { executions, broken: { input: counterexample?.[0], how: textOf(errorInstance) } };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The first of these inputs that breaks a promise. */
export async function replay(target: Target, inputs: readonly unknown[]): Promise<Exploration | undefined> {
  for (const [index, input] of inputs.entries()) {
    try {
      await target.check(input);
    } catch (error) {
      return { executions: index + 1, broken: { input, how: textOf(error) } };
    }
  }
  return undefined;
}

/** What ends an exploration when nothing is found: the first of the two that is reached. */
export interface Budget {
  readonly milliseconds: number;
  readonly executions: number;
}

/** Rounds of fresh seeds until the budget is spent, or until something is found. */
export async function exploreFor(target: Target, seed: number, budget: Budget): Promise<Exploration> {
  const end = performance.now() + budget.milliseconds;
  let executions = 0;
  for (let round = 0; performance.now() < end && executions < budget.executions; round += 1) {
    const found = await explore(target, seed + round, target.gateRuns);
    executions += found.executions;
    if (found.broken !== undefined) return { executions, broken: found.broken };
  }
  return { executions, broken: undefined };
}
