/**
 * Characters that change what a reader sees instead of being seen: controls, escapes, bidirectional and zero-width
 * marks, line separators, lone surrogates. Tabs and newlines are treated apart; emoji presentation is harmless.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n\u{FE0E}\u{FE0F}]]/gv;

/** GitHub reads a workflow command at the start of a line, after any white space. */
const GITHUB_COMMAND = /^([^\S\n]*):(?=:)/gm;

/** Azure Pipelines, TeamCity and older GitHub runners read `##name[` anywhere in a line. */
const HASH_COMMAND = /##(?=\w*\[)/g;

const PLAIN = /^[\x20-\x7e\t\n]*$/;

export interface NeutraliseOptions {
  /** Without it the text becomes one line, with `\n` spelt out. */
  readonly keepNewlines: boolean;
}

/**
 * Text from a guest, a scanned file or a file name, made safe to print on a terminal and in a CI log. What could act
 * is spelt out (`\x1b`, `\u{202e}`) rather than dropped, so that it can still be seen.
 */
export function neutralise(text: string, options: NeutraliseOptions = { keepNewlines: false }): string {
  const lines = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
  const joined = options.keepNewlines ? lines : lines.replaceAll("\n", "\\n");
  return disarm(PLAIN.test(joined) ? joined : joined.replace(UNSEEN, spell));
}

/** JSON text with the same content, spelt so that it is inert where it is printed. */
export function neutraliseJson(json: string): string {
  const seen = PLAIN.test(json) ? json : json.replace(UNSEEN, spellForJson);
  return seen.replace(HASH_COMMAND, "\\u0023#");
}

function disarm(text: string): string {
  return text.replace(GITHUB_COMMAND, "$1\\:").replace(HASH_COMMAND, "#\\#");
}

function spell(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

function spellForJson(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
