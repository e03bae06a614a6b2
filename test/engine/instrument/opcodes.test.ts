import { describe, expect, it } from "vitest";
import { instrumented, moduleOf, plain, resultOf } from "./support/run.ts";

/** One function `f` per family, called with 0 to 12; what surrounds it stands first. */
const FAMILIES: Readonly<Record<string, readonly [body: string, around?: string]>> = {
  "numbers and conversions": [
    `(i32.wrap_i64 (i64.trunc_sat_f64_s (f64.mul (f64.promote_f32 (f32.convert_i32_s (local.get 0))) (f64.const 2.5))))`,
  ],
  "sign extension": [
    `(i32.add (i32.extend8_s (i32.mul (local.get 0) (i32.const 50))) (i32.extend16_s (i32.const 40000)))`,
  ],
  "constants of every length": [
    `(i32.add (i32.const -2147483648) (i32.add (i32.const 64) (i32.wrap_i64 (i64.add (i64.const -9223372036854775808) (i64.const 8191)))))`,
  ],
  "memory, its size and its growth": [
    `(i32.store8 offset=300 (local.get 0) (local.get 0))
     (drop (memory.grow (i32.const 2)))
     (i32.add (i32.load8_u offset=300 (local.get 0)) (memory.size))`,
    "(memory 1)",
  ],
  "bulk memory": [
    `(memory.fill (i32.const 10) (local.get 0) (i32.const 9)) (memory.init $d (i32.const 40) (i32.const 1) (i32.const 2))
     (data.drop $d) (memory.copy (i32.const 60) (i32.const 8) (i32.const 40)) (i32.load (i32.const 62))`,
    `(memory 1) (data $d "abcdef")`,
  ],
  "several memories": [
    `(i32.store $b (i32.const 8) (i32.const 7)) (drop (memory.grow $b (i32.const 3)))
     (i32.add (i32.load $b offset=8 (i32.const 0)) (i32.add (memory.size $a) (memory.size $b)))`,
    "(memory $a 2) (memory $b 1)",
  ],
  "tables and references": [
    `(table.set $t (i32.const 1) (ref.func $three)) (drop (table.grow $e (ref.null extern) (i32.const 4)))
     (drop (table.grow $t (ref.func $three) (i32.const 2))) (table.fill $t (i32.const 2) (ref.func $three) (i32.const 1))
     (table.copy $t $t (i32.const 0) (i32.const 1) (i32.const 2)) (table.init $t $s (i32.const 3) (i32.const 0) (i32.const 1)) (elem.drop $s)
     (i32.add (call_indirect $t (result i32) (i32.const 3)) (i32.add (table.size $t)
       (i32.add (ref.is_null (table.get $e (i32.const 2))) (table.size $e))))`,
    "(table $t 4 funcref) (table $e 1 externref) (func $three (result i32) (i32.const 3)) (elem $s func $three)",
  ],
  "blocks with several values, loops with parameters": [
    `(i32.const 1) (local.get 0)
     (loop $l (param i32 i32) (result i32)
       (local.set 0) (i32.const 3) (i32.mul) (local.set 1)
       (local.get 1) (i32.const 2) (local.set 2)
       (local.get 0) (i32.const 1) (i32.sub) (local.tee 0)
       (br_if $l (i32.gt_s (local.get 0) (i32.const 0))) (drop))
     (block (param i32) (result i32 i32) (i32.const 5)) (i32.add)`,
  ],
  "br_table that leaves nested loops": [
    `(block $out (loop $a (loop $b (loop $c
       (local.set 1 (i32.add (local.get 1) (i32.const 1)))
       (br_if $out (i32.gt_u (local.get 1) (i32.const 60)))
       (br_table $c $b $a $out $c (i32.and (i32.add (local.get 0) (local.get 1)) (i32.const 7))))))) (local.get 1)`,
  ],
  "return inside of loops": [
    `(loop $a (loop $b (local.set 1 (i32.add (local.get 1) (local.get 0)))
       (if (i32.gt_u (local.get 1) (i32.const 20)) (then (return (local.get 1))))
       (local.set 2 (i32.add (local.get 2) (i32.const 1)))
       (br_if $b (i32.and (local.get 2) (i32.const 3))) (br_if $a (i32.lt_u (local.get 2) (i32.const 30))))) (local.get 2)`,
  ],
  "a branch out of a loop that carries a value": [
    `(block $out (result i32) (loop $a (drop (br_if $out (local.get 1) (i32.gt_u (local.get 1) (i32.const 5))))
       (local.set 1 (i32.add (local.get 1) (i32.const 1))) (br $a)) (unreachable))`,
  ],
  "typed select": [`(ref.is_null (select (result externref) (ref.null extern) (ref.null extern) (local.get 0)))`],
  vectors: [
    `(i32x4.extract_lane 2 (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
       (v128.load32_lane offset=4 1 (i32.const 0) (i32x4.splat (local.get 0))) (v128.const i32x4 1 2 3 0x45464748)))
     (v128.store (i32.const 32) (i32x4.add (v128.load64_splat (i32.const 0)) (i32x4.replace_lane 3 (v128.const i32x4 9 9 9 9) (local.get 0))))
     (i32.add (i32.load (i32.const 44)))`,
    `(memory 1) (data (i32.const 0) "abcdefghij")`,
  ],
  atomics: [
    `(drop (i32.atomic.rmw.add (i32.const 8) (local.get 0))) (atomic.fence) (drop (memory.atomic.notify (i32.const 8) (i32.const 1)))
     (i32.atomic.rmw8.cmpxchg_u (i32.const 8) (i32.const 3) (i32.const 77))`,
    "(memory 1 2 shared)",
  ],
  "tail calls": [
    `(return_call $down (local.get 0) (i32.const 0))`,
    `(type $t (func (param i32 i32) (result i32))) (table 1 funcref) (elem (i32.const 0) $down)
     (func $down (type $t) (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
       (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 3)) (i32.const 0)))`,
  ],
  "typed function references": [
    `(block $null (return (call_ref $t (local.get 0) (br_on_null $null (ref.as_non_null (global.get $g)))))) (i32.const -1)`,
    `(type $t (func (param i32) (result i32))) (func $double (type $t) (i32.shl (local.get 0) (i32.const 1)))
     (elem declare func $double) (global $g (ref null $t) (ref.func $double))`,
  ],
  "exceptions of try_table": [
    `(block $caught (result i32) (loop $l
       (try_table (catch $e $caught) (catch_all $l)
         (local.set 1 (i32.add (local.get 1) (i32.const 1)))
         (if (i32.gt_u (local.get 1) (local.get 0)) (then (throw $e (local.get 1))))) (br $l)) (unreachable))`,
    "(tag $e (param i32))",
  ],
  "exceptions of the older kind": [
    `(loop $l
       try
         try
           (local.set 1 (i32.add (local.get 1) (i32.const 1)))
           (if (i32.le_u (local.get 1) (local.get 0)) (then (throw $e (local.get 1))))
         catch_all
           rethrow 0
         end
       catch $e
         local.set 2
         br $l
       end)
     try
       try
         (throw $e (i32.const 3))
       delegate 0
     catch_all
     end
     (i32.add (local.get 1) (local.get 2))`,
    "(tag $e (param i32))",
  ],
  "structures, arrays and casts": [
    `(local $a (ref null $v)) (local.set $a (array.new_fixed $v 3 (i32.const 4) (i32.const 5) (local.get 0)))
     (array.set $v (local.get $a) (i32.const 0) (i32.const 9))
     (i32.add (array.get $v (local.get $a) (i32.const 2)) (i32.add (array.len (local.get $a))
       (i32.add (struct.get $s 1 (struct.new $s (i64.const 1) (local.get 0)))
         (i32.add (ref.test (ref $s) (local.get $a)) (i31.get_s (ref.i31 (i32.const 12)))))))`,
    "(type $v (array (mut i32))) (type $s (struct (field i64) (field (mut i32))))",
  ],
};

describe("an instrumented module", () => {
  it.each(Object.entries(FAMILIES))("gives the same results: %s", async (_name, [body, around = ""]) => {
    const bytes = await moduleOf(
      `(module ${around} (func (export "f") (param i32) (result i32) (local i32 i32) ${body}))`,
    );
    for (const fuel of [undefined, 1_000_000]) {
      const [expected, { exports, rations }] = [plain(bytes), instrumented(bytes, { fuel })];
      for (let argument = 0; argument <= 12; argument += 1) {
        expect(resultOf(() => exports["f"]?.(argument))).toEqual(resultOf(() => expected["f"]?.(argument)));
      }
      if (fuel !== undefined) expect(rations.fuelUsed).toBeGreaterThan(12);
    }
  });

  it("counts the same on every engine: the compiler that starts at once and the one that comes later", async () => {
    const bytes = await moduleOf(`(module (func (export "f") (param i32) (result i32) (local i32)
      (loop $l (local.set 1 (i32.add (local.get 1) (local.get 0))) (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 1)))`);
    const used = [1, 2].map(() => {
      const { exports, rations } = instrumented(bytes, { fuel: 1e12 });
      for (let turn = 0; turn < 300; turn += 1) exports["f"]?.(10_000);
      return rations.fuelUsed;
    });
    expect(used[0]).toBe(used[1]);
  });
});
