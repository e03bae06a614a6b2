// Words of a command: parameters, which have names that may be cut short, and what stands at a place.
import { Evaluator } from "../evaluator";
import { asText, TextValue, V, Value } from "../value";

const DASH: i32 = 45;

/** `-Name` */
export function isParameter(value: Value): bool {
  if (value.kind != V.Text || asText(value).length < 2 || asText(value).at(0) != DASH) return false;
  const letter = asText(value).at(1) | 32;
  return letter >= 97 && letter <= 122;
}

/** The word names this parameter, from `skipped` on, which is in lower case: at least so many letters of it. */
export function parameterIs(word: TextValue, name: string, least: i32, skipped: i32): bool {
  const length = word.length - 1;
  if (length < least || length > name.length - skipped) return false;
  for (let i = 0; i < length; i++) if (lower(word.at(i + 1)) != name.charCodeAt(skipped + i)) return false;
  return true;
}

function lower(byte: i32): i32 { return byte >= 65 && byte <= 90 ? byte | 32 : byte; }

/** The word behind a parameter, from `base` on; null when it is not given. */
export function named(e: Evaluator, base: i32, name: string, least: i32): Value | null {
  for (let i = base; i + 1 < e.values.length; i++) {
    const word = e.values.at(i);
    if (isParameter(word) && parameterIs(asText(word), name, least, 0)) return e.values.at(i + 1);
  }
  return null;
}

/** Whether a parameter is among the words. */
export function has(e: Evaluator, base: i32, name: string, least: i32): bool {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (isParameter(word) && parameterIs(asText(word), name, least, 0)) return true;
  }
  return false;
}

/** Parameters that take no value, of all commands that are known. */
const SWITCHES = " usebasicparsing usedefaultcredentials skipcertificatecheck passthru disablekeepalive verbose debug force resume wait nonewwindow recurse raw append noclobber asplaintext nonewline whatif confirm asjob file hidden directory norestart allowunencryptedauthentication loaduserprofile usenewenvironment leaf parent update noprofile ";

/** The word at this place among those that belong to no parameter; null when there are fewer. */
export function positional(e: Evaluator, base: i32, index: i32): Value | null {
  let found = 0;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (isParameter(word)) {
      if (!isSwitch(asText(word)) && i + 1 < e.values.length && !isParameter(e.values.at(i + 1))) i++;
    } else if (found++ == index) return word;
  }
  return null;
}

/** A beginning of a switch's name, of three letters at least. */
function isSwitch(word: TextValue): bool {
  if (word.length < 4) return false;
  for (let at = 1; at < SWITCHES.length; ) {
    const end = SWITCHES.indexOf(" ", at);
    if (end - at >= word.length - 1 && parameterIs(word, SWITCHES, 3, at)) return true;
    at = end + 1;
  }
  return false;
}

/** By name or else by place. */
export function given(e: Evaluator, base: i32, name: string, least: i32, index: i32): Value | null {
  const value = named(e, base, name, least);
  return value !== null ? value : positional(e, base, index);
}
