/**
 * Statements that the generator writes the same for everybody.
 *
 * Nine tenths of a small component's glue are such statements, all at its start. They were checked like everything
 * else when this package was built (`build/known-glue.ts`); here they are compared, which is a hundred times cheaper
 * than parsing. What is not known is parsed and checked: the list saves time and lets nothing through.
 */
export type KnownGlue = ReadonlyMap<string, readonly KnownStatement[]>;

export interface KnownStatement {
  /** From the end of the previous statement to the end of this one, which is a semicolon or a closing brace. */
  readonly text: string;
  readonly declares: readonly string[];
}

export function parseKnownGlue(json: string): KnownGlue {
  return indexKnownGlue(JSON.parse(json));
}

export function indexKnownGlue(statements: readonly KnownStatement[]): KnownGlue {
  const index = new Map<string, KnownStatement[]>();
  for (const statement of statements) {
    const start = startOf(statement.text, 0);
    index.set(start, [...(index.get(start) ?? []), statement]);
  }
  return index;
}

/** How far the known statements at the start of `body` reach, and what they declare. */
export function knownPrefix(body: string, known: KnownGlue): { end: number; declares: ReadonlySet<string> } {
  const declares = new Set<string>();
  for (let end = 0; ; ) {
    const next = known.get(startOf(body, end))?.find((statement) => body.startsWith(statement.text, end));
    if (next === undefined) return { end, declares };
    end += next.text.length;
    for (const name of next.declares) declares.add(name);
  }
}

/** Statements are told apart by their first characters before they are compared in full. */
function startOf(text: string, at: number): string {
  return text.slice(at, at + START_LENGTH);
}

/** A known statement shorter than this would not be found again; there is none. */
const START_LENGTH = 12;
