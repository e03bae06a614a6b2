/**
 * Lines that the generator writes, as it wrote them for examples when this package was built: lines that are the same
 * for everybody, and the shapes of all others. The examples' whole output was parsed and checked like any other glue.
 *
 * A component whose every line is known or has a known shape need not be parsed: it is made of what the generator
 * writes, with other names in it. That is the case for most, and ten times cheaper. Anything else is parsed and checked.
 */
export type KnownLines = ReadonlySet<string>;

/** Reads the file that the build writes: one to a line. */
export function parseKnownLines(text: string): KnownLines {
  return new Set(text.split("\n"));
}

export function hasOnlyKnownLines(body: string, known: KnownLines): boolean {
  return body.split("\n").every((line) => known.has(line) || known.has(lineShape(line)));
}

/**
 * What is left of a line without the names, strings and numbers in it, which differ from component to component; lists
 * of names count as one.
 *
 * Words that mean something to JavaScript or lead out of the glue stay as they are: keywords, and whatever the global
 * object, `Object` or (by inheritance) any object has under that name. Where a line could be read in more than one way
 * (comments, templates, escapes), or uses what may be used in one way only, the whole line is its shape.
 */
export function lineShape(line: string): string {
  const named = line.replace(NAMED_IN_MESSAGE, "<name>");
  if (TAKEN_WHOLE.test(named)) return named;
  const shape = named.replace(TOKEN, shapeOfToken);
  if (EXPORTS.test(shape)) return "return { I };";
  const merged = shape
    .replace(/^S: /, "I: ")
    .replace(/I\[S\]/g, "I.I")
    .replace(/I(?:, ?I)+/g, "I");
  return merged.replace(/(?:, S: I)+/g, ", S: I");
}

/** The name of a type inside a message: a word between escaped quotes, between escaped backticks, or at the end. */
const NAMED_IN_MESSAGE = /(?<=\\")[\w$]+(?=\\")|(?<=\\`)[\w$]+(?=\\`)|(?<=is not one of the cases of )[\w-]+(?=`)/g;
const TAKEN_WHOLE = /[`\\]|\/\*|\b(?:globalThis|console)\b/;
/** The line that hands over what a component exports: any number of `name`, `name: name` and `'name': name`, in any order. */
const EXPORTS = /^return \{ (?:(?:[IS]: )?I, +)+\};$/;
const TOKEN = /'[^']*'|"[^"]*"|[A-Za-z_$][\w$]*|0x[0-9a-fA-F]+|\d[\d_]*n?/g;

function shapeOfToken(token: string): string {
  const first = token.charAt(0);
  if (first === "'" || first === '"') return token.slice(1, -1) in Object ? token : "S";
  if (first >= "0" && first <= "9") return "0";
  return token in globalThis || token in Object || KEYWORDS.has(token) ? token : "I";
}

const KEYWORDS: ReadonlySet<string> = new Set(
  `arguments async await break case catch class const continue debugger default delete do else enum export extends
  false finally for function if import in instanceof let new null return super switch this throw true try typeof var
  void while with yield`.split(/\s+/),
);
