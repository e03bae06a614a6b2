import { neutralise } from "./neutralise.ts";

/** Characters that Markdown, or HTML within it, may take for more than themselves; `@` and `#` link on GitHub. */
const SPECIAL = /[\\`*_{}[\]<>()#+!|~@&$^]/g;

/** Foreign text as one line of Markdown that shows as it is written: no markup, no link, no mention, no table cell. */
export function inlineMarkdown(text: string): string {
  return neutralise(text)
    .replaceAll("\t", " ")
    .replace(SPECIAL, "\\$&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** Foreign text as a code span on one line, also inside a table. */
export function codeSpan(text: string): string {
  const inside = neutralise(text).replaceAll("\t", " ").replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(inside) + 1);
  return inside === ""
    ? ""
    : `${fence}${fence.length > 1 || /^[ `]|[ `]$/.test(inside) ? ` ${inside} ` : inside}${fence}`;
}

/** Foreign text as a fenced block that it cannot leave. */
export function markdownCode(text: string, language = ""): string {
  const inside = neutralise(text, { keepNewlines: true });
  const fence = "`".repeat(Math.max(3, longestRun(inside) + 1));
  return `${fence}${language}\n${inside}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
