import { describe, expect, it } from "vitest";
import { instrumented, moduleOf, rationsOf, resultOf } from "./support/run.ts";

/** 1 for the call, 4 around the loop, and 6 for each of its turns: loop, get, const, sub, tee, br_if. */
const COUNTDOWN = `(module (func (export "f") (param i32) (result i32)
  (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (drop (i32.const 1)) (nop) (local.get 0)))`;
const AROUND = 1 + 4;
const TURN = 6;

describe("fuel", () => {
  it("is the instructions on the way, counted by hand", async () => {
    const { exports, rations } = instrumented(await moduleOf(COUNTDOWN), { fuel: 10_000 });
    exports["f"]?.(1);
    expect(rations.fuelUsed).toBe(AROUND + TURN);
    exports["f"]?.(100);
    expect(rations.fuelUsed).toBe(2 * AROUND + 101 * TURN);
  });

  it("ends the run in front of the turn that it does not cover, and not before", async () => {
    const bytes = await moduleOf(COUNTDOWN);
    const needed = AROUND + 50 * TURN;
    expect(resultOf(() => instrumented(bytes, { fuel: needed }).exports["f"]?.(50))).toBe(0);
    const { exports, rations } = instrumented(bytes, { fuel: needed - 1 });
    expect(resultOf(() => exports["f"]?.(50))).toBe("limit fuel");
    expect(rations.fuelUsed).toBe(needed - 1);
  });

  it("of zero lets nothing happen, of a module without instructions neither", async () => {
    expect(resultOf(() => instrumented(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), { fuel: 0 }))).toBe(
      "limit fuel",
    );
  });

  it("pays for the longest way only: the other arm and the other cases cost nothing", async () => {
    const bytes = await moduleOf(`(module (func (export "f") (param i32) (result i32)
      (block $a (block $b (block $c (br_table $a $b $c (local.get 0)))
        (drop (i32.const 1)) (return (i32.const 3)))
        (drop (i32.const 1)) (drop (i32.const 1)) (drop (i32.const 1)) (return (i32.const 2)))
      (if (result i32) (local.get 0) (then (i32.const 1)) (else (nop) (nop) (i32.const 0)))))`);
    const { exports, rations } = instrumented(bytes, { fuel: 1000 });
    expect([0, 1, 2].map((argument) => exports["f"]?.(argument))).toEqual([0, 2, 3]);
    // The call, three blocks, get and br_table; then six of const and drop, const and return.
    expect(rations.fuelUsed).toBe(3 * (1 + 3 + 2 + 6 + 2));
  });

  it("ends functions that start a module, and functions that call themselves", async () => {
    const endless = await moduleOf(`(module (func $s (loop (br 0))) (start $s))`);
    expect(resultOf(() => instrumented(endless, { fuel: 1_000_000 }))).toBe("limit fuel");
    const deep = await moduleOf(`(module (func $f (export "f") (return_call $f)))`);
    expect(resultOf(() => instrumented(deep, { fuel: 1_000_000 }).exports["f"]?.())).toBe("limit fuel");
  });

  it("is one budget for all modules, wherever it is at the time", async () => {
    const rations = rationsOf({ fuel: 100_000 });
    const worker = await moduleOf(
      `(module (func (export "work") (param i32) (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`,
    );
    const one = instrumented(worker, { fuel: 1 }, {}, rations);
    const boss = await moduleOf(`(module (import "w" "work" (func $work (param i32)))
      (func (export "f") (param i32 i32) (loop $l (call $work (local.get 1)) (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))))`);
    const two = instrumented(boss, { fuel: 1 }, { w: one.exports } as never, rations);
    two.exports["f"]?.(10, 100);
    // `work`: 1 for the call, 6 a turn. `f`: 1, and 8 a turn.
    expect(rations.fuelUsed).toBe(10 * (1 + 6 * 100) + 1 + 8 * 10);
    one.exports["work"]?.(5);
    expect(rations.fuelUsed).toBe(10 * (1 + 6 * 100) + 1 + 8 * 10 + 1 + 6 * 5);
    expect(resultOf(() => two.exports["f"]?.(1_000_000, 3))).toBe("limit fuel");
    expect(rations.fuelUsed).toBe(100_000);
  });

  it("is right after every way out of a loop", async () => {
    const bytes = await moduleOf(`(module (tag $e) (global $sink (mut i32) (i32.const 0))
      (func (export "f") (param $way i32) (local $n i32)
        (block $out (block $value (result i32)
          (loop $l
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (br_if $l (i32.lt_u (local.get $n) (i32.const 1000)))
            (br_if $out (i32.eq (local.get $way) (i32.const 0)))
            (if (i32.eq (local.get $way) (i32.const 1)) (then (return)))
            (if (i32.eq (local.get $way) (i32.const 2)) (then (throw $e)))
            (if (i32.eq (local.get $way) (i32.const 3)) (then (br $value (i32.const 1))))
            (if (i32.eq (local.get $way) (i32.const 4)) (then (br_table $out $l (i32.const 0))))
            (drop (br_if $value (i32.const 1) (i32.eq (local.get $way) (i32.const 5)))))
          (i32.const 2))
        (drop))))`);
    const used = [0, 1, 2, 3, 4, 5, 6].map((way) => {
      const { exports, rations } = instrumented(bytes, { fuel: 1_000_000 });
      resultOf(() => exports["f"]?.(way));
      return rations.fuelUsed;
    });
    expect(new Set(used).size).toBe(1);
    expect(used[0]).toBeGreaterThan(1000 * 9);
  });

  const CATCHING = (code: string) => `(block $out (try_table (catch_all $out) ${code}))`;
  const CATCHING_OF_OLD = (code: string) => `try ${code} catch_all end`;
  it.each([
    ["throw", "(throw $e)", CATCHING],
    [
      "throw_ref",
      "(throw_ref (block (result exnref) (try_table (catch_all_ref 0) (throw $e)) (unreachable)))",
      CATCHING,
    ],
    ["rethrow", "try (throw $e) catch_all rethrow 0 end", CATCHING_OF_OLD],
    ["throw and delegate", "try try (throw $e) delegate 0 catch_all rethrow 0 end", CATCHING_OF_OLD],
  ])("is not given back to who leaves a loop by %s, there or in what it calls", async (_name, code, catching) => {
    const throws = `(if (i32.eqz (local.get 0)) (then ${code}))`;
    for (const turn of [throws, "(call $leaf (local.get 0))"]) {
      const bytes = await moduleOf(`(module (tag $e) (func $leaf (param i32) ${throws}) (func (export "f") (param i32)
        ${catching(`(loop $l (local.set 0 (i32.sub (local.get 0) (i32.const 1))) ${turn} (br $l))`)}))`);
      const { exports, rations } = instrumented(bytes, { fuel: 1_000_000 });
      exports["f"]?.(1000);
      expect(rations.fuelUsed).toBeGreaterThan(1000 * 8);
    }
  });

  it("makes callers pay for small functions that call nothing", async () => {
    const bytes = await moduleOf(`(module (func $leaf (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
      (func (export "f") (result i32) (call $leaf (call $leaf (i32.const 1)))))`);
    const { exports, rations } = instrumented(bytes, { fuel: 1000 });
    expect(exports["f"]?.()).toBe(3);
    // The call of `f`, its three instructions, and twice the call of `leaf` and its three.
    expect(rations.fuelUsed).toBe(1 + 3 + 2 * (1 + 3));
  });
});
