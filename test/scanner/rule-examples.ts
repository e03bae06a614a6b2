import type { Example } from "../../components/skill-scanner/rule.ts";
import { rules } from "../../components/skill-scanner/rules/index.ts";

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** The files of an example; one that is only a text is Python. */
export function filesOf(example: Example): NamedText[] {
  if (typeof example === "string") return [{ path: "skill.py", text: example }];
  return Object.entries(example).map(([path, text]) => ({ path, text }));
}

/** The texts of all examples in Python. */
export function pythonExamples(which: readonly ("bad" | "good")[]): string[] {
  return rules
    .flatMap((rule) => which.flatMap((kind) => [...rule[kind]]))
    .flatMap(filesOf)
    .filter(({ path }) => path.endsWith(".py"))
    .map(({ text }) => text);
}

/** The same example with another text in one of its files. */
export function replaced(example: Example, path: string, text: string): Example {
  return typeof example === "string" ? text : { ...example, [path]: text };
}
