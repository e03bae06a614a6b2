// Commands that a program puts into settings for something else to start: `{"ProgramArguments": ["/bin/sh", "-c", text]}`,
// `{ command: "bash", args: ["-c", text] }`. A shell with a text behind `-c` is a program wherever it stands.
import { Evaluator } from "../evaluator";
import { asItems, asText, V, Value } from "../value";
import { commandsOf } from "./embedded";

/** Entries of one map that are looked at. */
const MAX_ENTRIES: i32 = 64;

/** The keys and values of a map lie on the value stack from `base` on. */
export function readSettingsCommands(e: Evaluator, base: i32, place: i32): void {
  const end = min(e.values.length, base + 2 * MAX_ENTRIES);
  let program: Value | null = null;
  let words: Value | null = null;
  for (let i = base + 1; i < end; i += 2) {
    const value = e.values.at(i);
    if (isShell(value)) program = value;
    if (value.kind != V.List || asItems(value).count < 2) continue;
    const list = asItems(value);
    if (isTextOption(list.at(0))) words = value;
    else if (list.count > 2 && isShell(list.at(0)) && isTextOption(list.at(1))) commandsOf(e, value, e.unknown, 0, place);
  }
  if (program !== null && words !== null) commandsOf(e, program, words, 0, place);
}

/** `sh`, `/bin/bash` */
function isShell(value: Value): bool {
  if (value.kind != V.Text) return false;
  const text = asText(value);
  const length = text.length;
  return length > 1 && length < 24 && text.at(length - 1) == 104 && text.at(length - 2) == 115;
}

/** `-c`, `-lc` */
function isTextOption(value: Value): bool {
  if (value.kind != V.Text) return false;
  const text = asText(value);
  return text.length > 1 && text.length < 6 && text.at(0) == 45 && text.at(text.length - 1) == 99;
}
