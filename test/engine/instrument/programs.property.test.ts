import * as fc from "fast-check";
import { expect, test } from "vitest";
import { programs } from "./support/programs.ts";
import { type Exports, instrumented, moduleOf, plain, resultOf } from "./support/run.ts";

test("any program gives the same results instrumented, leaves the same memory, and uses the same fuel twice", async () => {
  await fc.assert(
    fc.asyncProperty(programs, fc.integer({ min: -2, max: 20 }), async (wat, argument) => {
      const bytes = await moduleOf(wat);
      const expected = traceOf(plain(bytes), argument);
      expect(traceOf(instrumented(bytes).exports, argument)).toEqual(expected);
      const [once, again] = [1, 2].map(() => {
        const { exports, rations } = instrumented(bytes, { fuel: 1e12 });
        expect(traceOf(exports, argument)).toEqual(expected);
        return rations.fuelUsed;
      });
      expect(once).toBe(again);
    }),
    { numRuns: 60 },
  );
});

/** With any budget below what it needs, a program ends there; with what it needs it does not. */
test("the fuel that a program uses is what it needs, to the unit", async () => {
  await fc.assert(
    fc.asyncProperty(programs, async (wat) => {
      const bytes = await moduleOf(wat);
      const { exports, rations } = instrumented(bytes, { fuel: 1e12 });
      const result = resultOf(() => exports["f"]?.(3, 4));
      // A trap inside a loop leaves what that loop used in its local.
      if (String(result).startsWith("trap")) return;
      const needed = rations.fuelUsed ?? 0;
      expect(resultOf(() => instrumented(bytes, { fuel: needed }).exports["f"]?.(3, 4))).toEqual(result);
      expect(resultOf(() => instrumented(bytes, { fuel: needed - 1 }).exports["f"]?.(3, 4))).toBe("limit fuel");
    }),
    { numRuns: 40 },
  );
});

function traceOf(exports: Exports, argument: number): unknown {
  const result = resultOf(() => exports["f"]?.(argument, 7));
  const memory = exports["m"] as unknown as WebAssembly.Memory;
  return { result, memory: Buffer.from(memory.buffer).toString("latin1") };
}
