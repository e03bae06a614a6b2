import { isDeepStrictEqual } from "node:util";

type Schema = Readonly<Record<string, unknown>>;

/** Whether a value is valid by a JSON Schema, as far as our published schema uses the language; more throws. */
export function isValid(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`the schema uses ${keyword}, which this checker does not know`);
    return check(argument, value, schema);
  });
}

const always = () => true;

const KEYWORDS: Readonly<Record<string, (argument: unknown, value: unknown, schema: Schema) => boolean>> = {
  $schema: always,
  title: always,
  description: always,
  type: (type, value) => typeOf(value) === type || (type === "integer" && Number.isInteger(value)),
  const: (constant, value) => isDeepStrictEqual(constant, value),
  enum: (values, value) => (values as unknown[]).includes(value),
  anyOf: (schemas, value) => (schemas as Schema[]).some((schema) => isValid(schema, value)),
  pattern: (pattern, value) => typeof value !== "string" || new RegExp(pattern as string, "u").test(value),
  minLength: (length, value) => typeof value !== "string" || value.length >= (length as number),
  minimum: (least, value) => typeof value !== "number" || value >= (least as number),
  maximum: (most, value) => typeof value !== "number" || value <= (most as number),
  items: (schema, value) => !Array.isArray(value) || value.every((each) => isValid(schema as Schema, each)),
  required: (names, value) => !isObject(value) || (names as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (schemas, value) =>
    !isObject(value) ||
    Object.entries(schemas as Record<string, Schema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || isValid(schema, value[name]),
    ),
  additionalProperties: (allowed, value, { properties }) =>
    allowed !== false ||
    !isObject(value) ||
    Object.keys(value).every((name) => Object.hasOwn(properties as object, name)),
};

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === "object";
}
