import type { Rule } from "../rule.ts";

/** What a finding of this rule says, in one sentence: what it is, and why that matters. */
export function describeRule({ title, why }: Pick<Rule, "title" | "why">): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}: ${startLow(why)}`;
}

/** `Encoding hides` continues as `encoding hides`; `API keys` and `I` keep their capitals. */
function startLow(sentence: string): string {
  return /^[A-Z][a-z' ]/.test(sentence) && !sentence.startsWith("I ")
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
