// What outlives the expression or function that has made it: see arena.ts. By itself, because the parsers are also built alone.

/** Counts what was stored for longer than the function or expression that made it. */
let kept: i32 = 0;

/** Something that was just made is now reachable from an object that was there before. */
// @ts-ignore: decorator
@inline export function keep(): void { kept++; }

// @ts-ignore: decorator
@inline export function keptCount(): i32 { return kept; }
