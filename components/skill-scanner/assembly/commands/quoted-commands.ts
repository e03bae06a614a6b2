// Commands inside code of languages that are not read: `do shell script "…"` of AppleScript, `do script "…"` in its terminal, `doShellScript("…")` of its
// JavaScript, `system("…")` of Perl, Ruby and PHP.
import { Bytes } from "../bytes";
import { Evaluator } from "../evaluator";
import { TextValue } from "../value";
import { runText } from "./read-shell";

/** Commands of one text that are read. */
const MAX_COMMANDS: i32 = 16;
const LONGEST_COMMAND: i32 = 4096;

export function readQuotedCommands(e: Evaluator, text: TextValue, place: i32): void {
  if (!e.texts.charge(text.length)) return;
  const code = new Bytes(changetype<usize>(text.bytes) + text.from, text.length);
  let count = 0;
  for (let p = 0; p < code.length && count < MAX_COMMANDS; p++) {
    const behind = behindName(code, p);
    if (behind < 0) continue;
    p = readQuoted(e, code, behind, place);
    count++;
  }
}

/** Where the command's quotation begins when one of the names stands here; -1 otherwise. */
function behindName(code: Bytes, p: i32): i32 {
  const first = code.at(p) | 32;
  if (first != 100 && first != 115 && first != 101 && first != 112) return -1; // d, s, e, p
  const rest = code.from(p);
  const length = rest.startsWith("do shell script ") ? 16 : rest.startsWith("do script ") ? 10 : rest.startsWith("doshellscript(") ? 14 : rest.startsWith("system(") ? 7
    : rest.startsWith("shell_exec(") ? 11 : rest.startsWith("passthru(") ? 9 : rest.startsWith("exec(") ? 5 : rest.startsWith("popen(") ? 6 : 0;
  if (length == 0) return -1;
  let at = p + length;
  while (at < code.length && code.at(at) == 32) at++;
  return at < code.length && isQuote(code.at(at)) ? at : -1;
}

/** Returns where the quotation ends. */
function readQuoted(e: Evaluator, code: Bytes, from: i32, place: i32): i32 {
  const quote = code.at(from);
  const bytes = new StaticArray<u8>(LONGEST_COMMAND);
  let used = 0;
  let p = from + 1;
  while (p < code.length && code.at(p) != quote && used < LONGEST_COMMAND) {
    if (code.at(p) == 92 && p + 1 < code.length) p++;
    unchecked(bytes[used++] = code.at(p++) as u8);
  }
  runText(e, e.texts.slice(bytes, 0, used, place, true), "command in a script", place);
  return p;
}

function isQuote(byte: i32): bool {
  return byte == 34 || byte == 39;
}
