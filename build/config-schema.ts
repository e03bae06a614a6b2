import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { configSchema } from "../src/gate/config-schema.ts";

/** The JSON Schema of `wasm-sandbox.config.yaml`, made from the definition that reads it. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  // JSON Schema cannot be given the checks that a mapping is no list, which it knows by itself, and that a day exists.
  const schema = toJsonSchema(configSchema, { typeMode: "output", ignoreActions: ["check"] });
  const { $schema, ...rest } = schema;
  return { $schema, title: "wasm-sandbox scan configuration", ...rest };
}

export async function writeConfigSchema(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
}
