import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import { type Problem, readYaml, type YamlDocument } from "./yaml-document.ts";

/** A document that fits its schema, with the lines of its parts. */
export interface ParsedDocument<T> {
  readonly value: T;
  readonly lineOf: YamlDocument["lineOf"];
}

/** Reads YAML or JSON as the schema says; or tells everything that is wrong, in the order in which it was found. */
export function parseDocument<const S extends GenericSchema>(
  schema: S,
  text: string,
): ParsedDocument<InferOutput<S>> | readonly Problem[] {
  const yaml = readYaml(text);
  if (isProblems(yaml)) return yaml;
  const { success, output, issues } = safeParse(schema, yaml.value ?? {});
  if (success) return { value: output, lineOf: yaml.lineOf };
  return issues.map(({ message, path = [] }) => {
    const keys = path.map(({ key }) => key as PropertyKey);
    return { line: yaml.lineOf(keys), message: keys.length === 0 ? message : `${shownPath(keys)}: ${message}` };
  });
}

export function isProblems(value: object): value is readonly Problem[] {
  return Array.isArray(value);
}

/** `allow.fs-read[2]`; of an unknown key only what it stands in, because the message names it. */
function shownPath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}
