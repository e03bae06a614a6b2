// `powershell -NoProfile -Command text`, `pwsh -File path`, `powershell -enc base64`, and what is piped into it.
import { runNamed } from "../commands/interpreters";
import { tell } from "../commands/invoke";
import { asciiText, isWord, joinWords } from "../commands/words";
import { Evaluator, labelsOf } from "../evaluator";
import { NODE_SHELL_RUN_INPUT } from "../tables";
import { asText, TextValue, V, Value } from "../value";
import { isParameter, parameterIs } from "./arguments";
import { as } from "./cmdlets";
import { slashedValue } from "./paths";
import { runPowerText, runValue } from "./scripts";

const LAYER = "text for PowerShell";

/** Parameters of the program that take a value, and are not about code. */
const VALUED: StaticArray<string> = ["executionpolicy", "windowstyle", "version", "inputformat", "outputformat", "workingdirectory", "configurationname", "psconsolefile", "settingsfile"];

/** The words behind the program begin at `base`. */
export function powershellRun(e: Evaluator, base: i32, input: Value | null, place: i32): Value | null {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (!isOption(word)) return isScript(word) ? runNamed(e, slashedValue(e, word, place), place) : run(e, i, place);
    const option = asText(word);
    if (is(option, "command") || isWord(word, "-c")) return i + 1 < e.values.length ? run(e, i + 1, place) : null;
    if (is(option, "encodedcommand") || isWord(word, "-ec")) return i + 1 < e.values.length ? encoded(e, e.values.at(i + 1), place) : null;
    if (is(option, "file")) return i + 1 < e.values.length ? runNamed(e, slashedValue(e, e.values.at(i + 1), place), place) : null;
    if (takesValue(option)) i++;
  }
  if (input === null) return null;
  tell(e, NODE_SHELL_RUN_INPUT, input, place);
  return input.kind == V.Text ? runPowerText(e, asText(input), LAYER, place) : null;
}

/** `-Name`, `/name`, `-` */
function isOption(word: Value): bool {
  if (isParameter(word) || isWord(word, "-")) return true;
  return word.kind == V.Text && asText(word).length > 1 && asText(word).at(0) == 47;
}

function is(option: TextValue, name: string): bool { return parameterIs(option, name, 1, 0); }

function takesValue(option: TextValue): bool {
  for (let i = 0; i < VALUED.length; i++) if (is(option, unchecked(VALUED[i]))) return true;
  return isWord(option, "-ep") || isWord(option, "-ex");
}

function isScript(word: Value): bool {
  if (word.kind != V.Text || asText(word).length < 5) return false;
  const text = asText(word), from = text.length - 4;
  for (let i = 0; i < text.length; i++) if (text.at(i) == 32) return false;
  return text.at(from) == 46 && (text.at(from + 1) | 32) == 112 && (text.at(from + 2) | 32) == 115 && text.at(from + 3) == 49; // .ps1
}

/** The rest of the words is code. */
function run(e: Evaluator, from: i32, place: i32): Value | null {
  if (e.values.length == from + 1) return runValue(e, e.values.at(from), LAYER, place);
  const text = joinWords(e, from, place);
  return text === null ? null : runValue(e, text, LAYER, place);
}

/** Base64 of UTF-16 is what PowerShell itself asks for: the encoding alone says nothing of what it is for. */
function encoded(e: Evaluator, text: Value, place: i32): Value | null {
  const end = e.values.length;
  e.values.push(asciiText(e, "-d", place));
  const plain = as(e, "base64", end, text, place);
  return plain.kind == V.Text ? runPowerText(e, asText(plain), "base64 text for PowerShell", place) : e.labelled(labelsOf(plain));
}
