import { type UnanalysableRule, unanalysable } from "../scanner/unanalysable.ts";
import type { RulePage } from "./rule-page.ts";

interface Words {
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/** What the host finds by itself: that something was not analysed. Such rules have no code examples. */
const WORDS: Readonly<Record<UnanalysableRule, Words>> = {
  "file-kind-not-analysed": {
    title: "a file is of a kind that is not analysed",
    why: "Nothing is known about what it holds, and the rest of the skill may use it.",
    fix: "Look at the file, or ship what it was made from.",
  },
  "file-not-opened": {
    title: "an entry is no regular file and was not opened",
    why: "A link or a device can lead anywhere on the machine that installs the skill.",
    fix: "Ship the file itself.",
  },
  "undecodable-text": {
    title: "a text has bytes that its encoding does not know",
    why: "Another reader may see other characters there than the scanner did.",
    fix: "Save the file as UTF-8.",
  },
  "undecoded-encoding": {
    title: "a file declares an encoding that was not decoded",
    why: "The interpreter reads other code than whoever looks at the bytes.",
    fix: "Save the file as UTF-8 and drop the declaration.",
  },
  "file-unreadable": {
    title: "a file could not be read",
    why: "Nothing is known about what it holds.",
    fix: "Give the scan the right to read it.",
  },
  "file-too-large": {
    title: "a file is too large to be analysed",
    why: "A reader gives up where a program does not: size is a way to hide.",
    fix: "Split the file, or keep data apart from code.",
  },
  "scan-limit-reached": {
    title: "a limit of the scan was reached, and not everything was looked at",
    why: "What lies beyond the limit was not analysed at all.",
    fix: "Scan the parts of the folder one by one.",
  },
  "scan-timed-out": {
    title: "the scanner did not finish with a file",
    why: "The file may be made to exhaust scanners, and its findings are missing.",
    fix: "Look at the file, or split it.",
  },
  "scanner-failed": {
    title: "the scanner failed on a file",
    why: "The file may be made to break scanners, and its findings are missing.",
    fix: "Look at the file, and report it as a bug of wasm-sandbox.",
  },
};

/** In the order of their names. */
export function ownRules(): RulePage[] {
  return Object.entries(WORDS).map(([id, words]) => {
    const { category, severity, confidence } = unanalysable(id as UnanalysableRule, "");
    const references = ["CWE-693"];
    return { id, category, severity, confidence, languages: [], ...words, references, bad: [], good: [] };
  });
}
