// Marks what stands between quotation marks.
import { addSteps } from "../steps";
import { IN_CODE, IN_QUOTES, LINE_FEED, BLANK, ProseText, isWordByte } from "./text";

/** Quotations that close again within this many bytes. */
const MAX_QUOTATION: i32 = 800;

export function markQuotes(text: ProseText): void {
  for (let i = 0; i < text.length; i++) {
    const byte = unchecked(text.bytes[i]) as i32;
    if ((byte != 0x22 && byte != 0x27) || (unchecked(text.flags[i]) & IN_CODE) != 0 || !opens(text, i)) continue;
    const end = closing(text, i, byte);
    for (let k = i; k < end; k++) unchecked(text.flags[k] = (unchecked(text.flags[k]) | IN_QUOTES) as u8);
    i = max(i, end);
  }
}

function opens(text: ProseText, i: i32): bool {
  const before = i > 0 ? unchecked(text.bytes[i - 1]) as i32 : LINE_FEED;
  const after = i + 1 < text.length ? unchecked(text.bytes[i + 1]) as i32 : LINE_FEED;
  return after > BLANK && (before <= BLANK || before == 0x28 || before == 0x5b || before == 0x3a || before == 0x3d || before == 0x3b || before == 0x2f);
}

/** Where the quotation that opens at `from` closes, or `from`. What did not close is not looked through again. */
function closing(text: ProseText, from: i32, mark: i32): i32 {
  const end = min(text.length, from + MAX_QUOTATION);
  addSteps((end - from) >> 4);
  for (let i = from + 1; i < end; i++) {
    if ((unchecked(text.bytes[i]) as i32) != mark) continue;
    const after = i + 1 < text.length ? unchecked(text.bytes[i + 1]) as i32 : LINE_FEED;
    if (!isWordByte(after)) return i;
  }
  return from;
}
