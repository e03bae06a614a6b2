import { parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, it } from "vitest";
import { type PrepareOptions, prepare } from "../../src/engine/prepare.ts";
import { prepareOptions } from "../engine/support/prepare-options.ts";

describe("A25: valid components that cost the helper more than any real one", () => {
  let options: PrepareOptions;
  beforeAll(async () => {
    options = await prepareOptions();
  });

  it.each<[string, number, number, RegExp]>([
    ["wide records in many functions", 1000, 200, /memory allocation|MiB|15 s/],
    ["narrow records in very many functions", 4, 5000, /MiB of glue|15 s/],
  ])("%s end in one clear error within the helper's limits", async (_, fields, functions, message) => {
    const bytes = new Uint8Array(await parse(recordsInFunctions(fields, functions)));
    const refused = { code: "invalid-component", message: expect.stringMatching(message) };
    await expect(prepare(bytes, options)).rejects.toMatchObject(refused);
  });
});

/** Imports that many functions, each with a list of records of that many strings as its parameter and as its result. */
function recordsInFunctions(fields: number, functions: number): string {
  const numbers = Array.from({ length: functions }, (_, index) => index);
  const record = Array.from({ length: fields }, (_, index) => `(field "f${index}" string)`).join(" ");
  const each = (line: (index: number) => string) => numbers.map(line).join("\n");
  return `(component
    (import "i" (instance $i
      (type $r0 (record ${record})) (export "r" (type $r (eq $r0)))
      ${each((index) => `(export "g${index}" (func (param "p" (list $r)) (result (list $r))))`)}))
    (core module $libc (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable))
    (core instance $libc (instantiate $libc))
    ${each(
      (index) => `(core func $c${index} (canon lower (func $i "g${index}")
        (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))`,
    )}
    (core module $user ${each((index) => `(import "host" "g${index}" (func (param i32 i32 i32)))`)})
    (core instance (instantiate $user (with "host" (instance
      ${each((index) => `(export "g${index}" (func $c${index}))`)})))))`;
}
