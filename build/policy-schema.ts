import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { policySchema } from "../src/policy/policy-schema.ts";

/** The JSON Schema of policy files, made from the definition that reads them. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  // The one check that JSON Schema cannot be given is that a mapping is no list, which it knows by itself.
  const schema = toJsonSchema(policySchema, { typeMode: "output", ignoreActions: ["check"] });
  const { $schema, ...rest } = schema;
  return { $schema, title: "wasm-sandbox policy", ...rest };
}

export async function writePolicySchema(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
}
