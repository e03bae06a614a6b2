// What rules ask of prose: features, and how they stand together.

/**
 * Prose says all of these together. Prose is the text of a skill, what is hidden in it, comments, docstrings and
 * descriptions; `vocabulary/prose-*.ts` has the features, and says how text is normalised before they are looked for.
 */
export interface ProseMatch {
  readonly kind: "prose";
  /** Each of them; the finding is put where the first was said. */
  readonly all: readonly ProsePart[];
  readonly none: readonly ProsePart[];
  readonly within: ProseWindow;
  readonly from: readonly ProseChannel[];
  /** Where attacks are the topic, and the rule holds nevertheless. */
  readonly despite: ProseTopic;
}

export const PROSE_TOPICS = ["none", "skill", "section"] as const;
/** `skill`: it says that it is about attacks; `section`: so does the section, too. */
export type ProseTopic = (typeof PROSE_TOPICS)[number];

export const PROSE_WINDOWS = ["sentence", "step", "section", "text"] as const;
/** `step`: a few neighbouring sentences or list items; `section`: since the last heading; `text`: since its beginning. */
export type ProseWindow = (typeof PROSE_WINDOWS)[number];

export const PROSE_CHANNELS = ["visible", "hidden", "quoted", "comment", "description"] as const;
/**
 * `visible`: what a person reads. `hidden`: what a model reads and a person does not see. `quoted`: quotations, examples,
 * blocks of text. `comment`: comments and docstrings of programs. `description`: of a skill, tool or server, in a manifest.
 */
export type ProseChannel = (typeof PROSE_CHANNELS)[number];

/** Something that a sentence says. */
export interface Feature {
  readonly kind: "feature";
  readonly name: string;
  /**
   * Over normalised text: lower case, without accents, markup, apostrophes and invisible characters, single blanks.
   * Whole words, unless `edges` is false. No gaps: `inOrder` has them.
   */
  readonly pattern: RegExp;
  readonly edges: boolean;
  /** A thing, not an act: it is neither asserted nor denied, and counts in quotation marks and inline code as well. */
  readonly thing: boolean;
  /** A thing that in quotation marks or code is only an example where attacks are the topic. */
  readonly example: boolean;
  readonly role: ProseRole | undefined;
  /**
   * Has to match as well, from the beginning of the word in which the match of `pattern` ends to the end of the sentence,
   * `CONFIRMED_BYTES` at most: it may have gaps and long counts.
   */
  readonly confirm: RegExp | undefined;
}

export const CONFIRMED_BYTES = 240;

export const PROSE_ROLES = [
  "statement",
  "negation",
  "clauseEnd",
  "comma",
  "aboutAttacks",
  "topic",
  "sentenceEnd",
] as const;
/** What the engine itself makes of a feature: see `vocabulary/prose-control.ts`. */
export type ProseRole = (typeof PROSE_ROLES)[number];

export type FeatureOptions = Partial<Pick<Feature, "edges" | "thing" | "example" | "role" | "confirm">>;

/** A feature counts where it is asserted: "never send" is not sending. */
export type ProsePart =
  | Feature
  | { readonly kind: "denied"; readonly of: Feature }
  | { readonly kind: "oneOf"; readonly of: readonly ProsePart[] }
  | { readonly kind: "inOrder"; readonly of: readonly ProsePart[]; readonly gap: number };

/** By default within a sentence of what a person reads. */
export function prose(options: {
  all: readonly ProsePart[];
  none?: readonly ProsePart[];
  within?: ProseWindow;
  from?: readonly ProseChannel[];
  despite?: ProseTopic;
}): ProseMatch {
  const { all, none = [], within = "sentence", from = ["visible"], despite = "none" } = options;
  return { kind: "prose", all, none, within, from, despite };
}

export function feature(name: string, pattern: RegExp, options: FeatureOptions = {}): Feature {
  const { edges = true, thing = false, example = false, role, confirm } = options;
  return { kind: "feature", name, pattern, edges, thing, example, role, confirm };
}

/** The act is denied, or told not to be done: "do not tell". */
export function denied(of: Feature): ProsePart {
  return { kind: "denied", of };
}

export function oneOf(...of: readonly ProsePart[]): ProsePart {
  return { kind: "oneOf", of };
}

/** One after the other in a sentence, up to four, with at most `gap` words from the end of each to the end of the next. */
export function inOrder(gap: number, ...of: readonly ProsePart[]): ProsePart {
  return { kind: "inOrder", of, gap };
}

/** Both in a sentence, in any order, with at most `gap` words from the end of one to the end of the other. */
export function near(gap: number, one: ProsePart, other: ProsePart): ProsePart {
  return oneOf(inOrder(gap, one, other), inOrder(gap, other, one));
}
