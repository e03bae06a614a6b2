// Words of a command that the rules know: `git push`, `base64 -d`.
import { act } from "../calls";
import { Call } from "../conditions";
import { Evaluator } from "../evaluator";
import { childOf, nameOf } from "../name-tree";
import { Intrinsic, NODE_INTRINSIC } from "../tables";
import { asText, TextValue, V, Value } from "../value";

/** Words of one command that are looked up. */
const MAX_MODES: i32 = 48;
/** What the words of the last command make of it. */
let mode: i32 = 0;

export function lastMode(): i32 { return mode; }

/** Words that the rules know of this command: `git push`, `base64 -d`. They are calls with the words behind them. */
export function modes(e: Evaluator, node: i32, base: i32, input: Value | null, place: i32): u64 {
  let labels: u64 = 0;
  let owner = node;
  let found: i32 = Intrinsic.none;
  const end = min(e.values.length, base + MAX_MODES);
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text || asText(value).length == 0) continue;
    const text = asText(value);
    const isOption = text.at(0) == 45;
    const child = memberOf(owner, text, isOption ? optionLength(text) : text.length);
    if (child != 0) {
      labels |= actMode(e, child, i + 1, input, place);
      const kind = load<u8>(NODE_INTRINSIC + child) as i32;
      if (kind != Intrinsic.none) found = kind;
      if (!isOption) owner = child;
    } else if (isOption && text.length > 2 && text.at(1) != 45) {
      for (let j = 1; j < text.length && j < 8; j++) {
        const short = shortOption(owner, text.at(j));
        if (short == 0) continue;
        labels |= actMode(e, short, i + 1, input, place);
        const kind = load<u8>(NODE_INTRINSIC + short) as i32;
        if (kind != Intrinsic.none) found = kind;
      }
    }
  }
  mode = found;
  return labels;
}

/** `--data=x` is `--data`. */
function optionLength(text: TextValue): i32 {
  for (let i = 0; i < text.length; i++) if (text.at(i) == 61) return i;
  return text.length;
}

function memberOf(owner: i32, text: TextValue, length: i32): i32 {
  return length > 40 ? 0 : childOf(owner, nameOf(changetype<usize>(text.bytes) + text.from, length));
}

const option: usize = memory.data<u8>([45, 0]);

/** `-d` of `-sd`. */
function shortOption(owner: i32, letter: i32): i32 {
  store<u8>(option, letter as u8, 1);
  return childOf(owner, nameOf(option, 2));
}

export function actMode(e: Evaluator, node: i32, base: i32, input: Value | null, place: i32): u64 {
  const call = new Call(e, e.unknown, null, base, e.values.length - base);
  call.input = input;
  return act(e, node, call, place);
}
