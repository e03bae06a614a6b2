// What runs again and again, or by itself, without anybody having called it: at a time, in each shell, in a loop without an
// end, on each commit. Conditions of rules ask for it.
import { Node, N } from "./ast";
import { Bytes } from "./bytes";
import { Evaluator } from "./evaluator";
import { Frame } from "./functions";
import { isShellFile } from "./language";

// Between blanks: what is built with `new` at start-up does not survive the arena.
const HOOKS = " pre-commit post-commit pre-push post-checkout post-merge commit-msg prepare-commit-msg pre-rebase post-rewrite ";

/**
 * Whether the code that is being walked repeats. Functions in which it was asked in vain are walked once more where they
 * are called by what does.
 */
export function isRepeating(e: Evaluator): bool {
  if (e.world.repeats > 0) return true;
  let frame: Frame | null = e.frame;
  while (frame !== null && !frame.called.code.asksRepetition) {
    frame.called.code.asksRepetition = true;
    frame = frame.caller;
  }
  return false;
}

/** A file that starts by itself, by its path. */
export function startsByItself(path: Bytes): bool {
  const name = path.from(path.lastIndexOf(SLASH) + 1);
  return isShellFile(name) || (name.isAny(HOOKS) && path.holds("hooks/"));
}

/** Functions that a shell calls by itself. */
const SHELL_HOOKS = " precmd preexec chpwd zshexit fish_prompt fish_greeting ";

/** A shell calls a function of this name by itself, before each prompt or at each change of the folder. */
export function isShellHook(name: string): bool {
  return name.length >= 5 && SHELL_HOOKS.includes(" " + name + " ");
}

/** `while true`, `for (;;)`. */
export function isEndless(condition: Node): bool {
  return condition.kind == N.Const || condition.kind == N.Num;
}

const SLASH: i32 = 47;
