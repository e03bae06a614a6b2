import { generate } from "../src/engine/generator.ts";
import { bodyOf, checkGlue } from "../src/engine/glue/check.ts";
import { lineShape } from "../src/engine/glue/known-lines.ts";
import { readComponent } from "../src/engine/read-component.ts";
import { shellOf } from "../src/engine/shell.ts";
import { composedExample, exampleOfEveryType, wasiExample } from "./glue-examples.ts";

/**
 * What `src/engine/glue/known-lines.ts` compares with: the shape of every line that the generator writes for the
 * examples, and whole the lines that it writes for two examples without a name in common. Every example's glue has
 * passed the full check first.
 */
export async function knownLines(compiled: WebAssembly.Module): Promise<readonly string[]> {
  const linesOf = async (component: Promise<Uint8Array>) => checkedLines(compiled, await component);
  const north = [exampleOfEveryType("north", "utf8"), exampleOfEveryType("north", "utf16"), composedExample("north")];
  const south = [exampleOfEveryType("south", "utf8"), exampleOfEveryType("south", "utf16"), composedExample("south")];
  const [first, second, wasi] = await Promise.all([
    Promise.all(north.map(linesOf)),
    Promise.all(south.map(linesOf)),
    linesOf(wasiExample()),
  ]);
  const others = new Set(second.flat());
  const shared = first.flat().filter((line) => others.has(line));
  const shapes = [...first.flat(), ...others, ...wasi].map(lineShape);
  return [...new Set([...shared, ...shapes])];
}

async function checkedLines(compiled: WebAssembly.Module, component: Uint8Array): Promise<string[]> {
  const files = generate(compiled, shellOf(component, readComponent(component).component));
  const glue = files.find(({ name }) => name.endsWith(".js"))?.bytes ?? new Uint8Array();
  await checkGlue(glue, new Set());
  return bodyOf(glue).split("\n");
}
