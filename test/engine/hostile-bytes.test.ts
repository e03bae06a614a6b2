import { beforeAll, describe, expect, it } from "vitest";
import { composedExample, exampleOfEveryType } from "../../build/glue-examples.ts";
import { inspectComponent } from "../../src/engine/inspect.ts";
import { coreModulesOf, readComponent } from "../../src/engine/read-component.ts";
import { shellOf } from "../../src/engine/shell.ts";
import { SandboxError } from "../../src/errors.ts";
import { greeter } from "../component-fixtures/components.ts";

let samples: readonly Uint8Array[];

beforeAll(async () => {
  samples = [await greeter(), await composedExample("test"), await exampleOfEveryType("test", "utf8")];
});

describe("bytes that are not what they should be", () => {
  it("a file cut off at any byte is read or refused, never a surprise", () => {
    for (const bytes of samples) {
      const verdicts = Array.from({ length: bytes.length }, (_, length) => verdictOn(bytes.subarray(0, length)));
      expect(verdicts.filter((verdict) => verdict === "invalid-component").length).toBeGreaterThan(bytes.length * 0.9);
      expect(verdicts.every((verdict) => verdict === "invalid-component" || verdict === "read")).toBe(true);
    }
  });

  it("1,500 random changes are read or refused, and what is read can be made a shell that reads the same", () => {
    const random = generator(20_261_121);
    const counts = new Map<string, number>();
    for (let round = 0; round < 1500; round += 1) {
      const verdict = verdictOn(mutated(samples[round % 2] ?? new Uint8Array(), random));
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    expect([...counts.keys()].filter((verdict) => !["read", "invalid-component", "refused"].includes(verdict))).toEqual(
      [],
    );
    // The walk neither lets everything through nor stops at the first flipped bit of a data segment.
    expect(counts.get("read")).toBeGreaterThan(150);
    expect(counts.get("invalid-component")).toBeGreaterThan(150);
  });
});

function verdictOn(bytes: Uint8Array): string {
  try {
    inspectComponent(bytes);
    const { component, info } = readComponent(bytes);
    const shell = shellOf(bytes, component);
    const again = readComponent(shell);
    const same = again.info.imports.join() === info.imports.join() && again.info.memories === info.memories;
    return same && coreModulesOf(again.component).length === info.coreModules ? "read" : "shell differs";
  } catch (error) {
    return error instanceof SandboxError ? error.code : String(error);
  }
}

/** One to four changes: a bit, a byte, a stretch removed, doubled or moved. */
function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = [...original];
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    const at = random(bytes.length);
    const length = 1 + random(16);
    const kind = random(5);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else if (kind === 1) bytes[at] = random(256);
    else if (kind === 2) bytes.splice(at, length);
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else bytes = [...bytes.slice(0, at), ...bytes.splice(at, length), ...bytes.slice(at)];
  }
  return Uint8Array.from(bytes);
}

/** A small linear congruential generator: the same changes on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
