// Words of a client of HTTP that are its own: what it logs in with, and where it goes.
import { Evaluator } from "../evaluator";
import { copyOf } from "../fold";
import { CREDENTIAL_LABELS, PATTERN_LABELS } from "../tables";
import { asText, HOLE, V, Value } from "../value";
import { isWord } from "./words";

const DASH: i32 = 45;
const SLASH: i32 = 47;

/** `curl "$BASE/path"`: an address whose host was taken from a file of settings is where data goes, and no data. */
export function ownAddresses(e: Evaluator, base: i32): void {
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Text || (value.labels & PATTERN_LABELS) == 0) continue;
    const text = asText(value);
    if (text.length < 2 || text.at(0) != HOLE || text.at(1) != SLASH || (i > base && takesValue(e.values.at(i - 1)))) continue;
    const copy = copyOf(text);
    copy.labels &= ~PATTERN_LABELS;
    e.values.set(i, copy);
  }
}

/** `-d`, `-sSd`, `--data`: an option that data may stand behind. */
function takesValue(option: Value): bool {
  if (option.kind != V.Text || asText(option).length < 2 || asText(option).at(0) != DASH) return false;
  const text = asText(option);
  const last = text.at(text.length - 1);
  return text.at(1) == DASH || last == 100 || last == 98 || last == 117 || last == 101 || (last >= 65 && last <= 90 && last != 83 && last != 76); // not -S, -L
}

/** `curl -u me:$KEY`: a client's own key. */
export function ownCredentials(e: Evaluator, base: i32): void {
  for (let i = base; i + 1 < e.values.length; i++) {
    const option = e.values.at(i);
    if (!isWord(option, "-u") && !isWord(option, "--user") && !isWord(option, "--oauth2-bearer") && !isWord(option, "-b")) continue;
    const value = e.values.at(i + 1);
    if ((value.labels & CREDENTIAL_LABELS) != 0) e.values.set(i + 1, e.labelled(value.labels & ~CREDENTIAL_LABELS));
  }
}
