// Where curl and wget put what they fetch.
import { Evaluator } from "../evaluator";
import { asText, TextValue, V, Value } from "../value";
import { lastPart, writeFile } from "./files";
import { isWord, part, startsWith } from "./words";

/** The file that the options name is remembered to hold a download; without one the output is that. */
export function download(e: Evaluator, base: i32, labels: u64, place: i32): Value | null {
  const contents = e.labelled(labels);
  let takesName = false;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2) continue;
    const text = asText(word);
    if (text.at(0) == 45) {
      if (namesFile(text)) {
        const file = i + 1 < e.values.length ? e.values.at(i + 1) : e.unknown;
        if (file.kind == V.Text && !isWord(file, "-")) writeFile(e, file, contents);
      } else if (startsWith(text, "--output=") || startsWith(text, "--output-document=")) writeFile(e, part(e, text, startsWith(text, "--output=") ? 9 : 18, text.length, place), contents);
      else if (text.at(text.length - 1) == 79 || isWord(text, "--remote-name")) takesName = true; // -O, -LO
    }
  }
  nameAfterUrl(e, base, contents, takesName, place);
  return null;
}

/** `-o`, `-fsSLo`, `--output`, and wget's `-O`, `-qO`. */
function namesFile(text: TextValue): bool {
  if (isWord(text, "--output") || isWord(text, "--output-document")) return true;
  const last = text.at(text.length - 1);
  return text.at(1) != 45 && (last == 111 || last == 79);
}

/** wget, and curl with `-O`, call the file what the URL calls it. */
function nameAfterUrl(e: Evaluator, base: i32, contents: Value, always: bool, place: i32): void {
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length == 0 || asText(word).at(0) == 45) continue;
    const name = lastPart(e, asText(word), place);
    if (name.length > 0 && name.length < asText(word).length) writeFile(e, name, contents);
  }
}
