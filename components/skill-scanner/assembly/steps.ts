// How much work was done, counted where work is done: tests of linearity read it. Compiled out of the real component.
import { COUNT_STEPS } from "./tables";

let count: i64 = 0;

// @ts-ignore: decorator
@inline export function addSteps(n: i32): void {
  if (COUNT_STEPS) count += n;
}

export function resetSteps(): void {
  count = 0;
}

export function stepCount(): f64 {
  return count as f64;
}
