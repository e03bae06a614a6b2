import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { tree } from "./tree.ts";

export const RULES = "a".repeat(64);

/** What the first byte of a source makes the fake scanner do. The canary of the built-in scanner starts with `i`. */
export interface FakeScanner {
  /** First byte -> JSON text that is answered. */
  readonly answers: Readonly<Record<string, string>>;
  /** WAT that is put into the module, to give it an import, for example. */
  readonly extra?: string;
}

export function answer(...findings: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ findings, safety_score: 1, summary: "lies", total_findings: 0, engine: { rules: RULES } });
}

export const CANARY_SEEN = answer({
  rule: "canary",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  line: 2,
  column: 1,
  context: "",
  description: "canary",
});

export const SEEN = {
  rule: "command-executed",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  line: 3,
  column: 5,
  context: "    os.system(x)",
  description: "a shell command is run",
} as const;

/**
 * A scanner whose every kind of misbehaviour can be asked for: `h` hangs, `t` traps, `o` overflows the stack, `b` points
 * outside its memory, `g` grows by 98 MB, and `p` does nothing of the kind. Each leaves an instance that answers nonsense ever after.
 */
export const FAKE: FakeScanner = {
  answers: {
    i: CANARY_SEEN,
    x: answer(SEEN),
    c: answer(),
    j: "{ not json",
    g: answer(),
    p: answer(),
  },
};

/** Writes what the build would have written, and returns the folder. */
export async function buildFakeScanner({ answers, extra = "" }: FakeScanner = FAKE): Promise<string> {
  const core = await parse(wat(answers, extra));
  const folder = tree({ "scanner.json": JSON.stringify({ digest: "d".repeat(64), rules: RULES }) });
  writeFileSync(join(folder, "scanner.wasm"), componentOf(core));
  return folder;
}

/** Custom sections before and after, as real components have. */
function componentOf(core: Uint8Array): Buffer {
  const preamble = [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0];
  return Buffer.from([...preamble, ...section(0, [1, 0x61]), ...section(1, core), ...section(0, [1, 0x62])]);
}

function section(id: number, body: Iterable<number>): number[] {
  const bytes = [...body];
  const low = bytes.length % 128;
  // A length may be written longer than it need be, and here always is.
  return [id, low | 0x80, (Math.floor(bytes.length / 128) % 128) | 0x80, Math.floor(bytes.length / 16_384), ...bytes];
}

function wat(answers: Readonly<Record<string, string>>, extra: string): string {
  let at = 1024;
  const data: string[] = [];
  const cases: string[] = [];
  for (const [letter, text] of Object.entries(answers)) {
    const bytes = Buffer.from(text);
    data.push(
      `(data (i32.const ${at}) "${[...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}")`,
    );
    cases.push(`(if ${isLetter(letter)} (then (return (call $reply (i32.const ${at}) (i32.const ${bytes.length})))))`);
    at += bytes.length;
  }
  return `(module
    ${extra}
    (memory (export "memory") 4 4000)
    ${data.join("\n")}
    (global $top (mut i32) (i32.const 131072))
    (global $poisoned (mut i32) (i32.const 0))
    (func $reply (param $at i32) (param $length i32) (result i32)
      (i32.store (i32.const 8) (local.get $at))
      (i32.store (i32.const 12) (local.get $length))
      (i32.const 8))
    (func $grow
      (drop (memory.grow (i32.const 1500)))
      (memory.fill (i32.const 262144) (i32.const 1) (i32.const 98304000)))
    (func $forever (loop $again (br $again)))
    (func $deep (param i32) (result i32) (i32.add (call $deep (local.get 0)) (i32.const 1)))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (global.get $top))
    (func (export "sandbox:skill/scanner#scan-code") (param $source i32) (param $length i32) (result i32)
      (local $letter i32)
      (if (i32.eqz (local.get $length)) (then (return (call $reply (i32.const 0) (i32.const 0)))))
      (local.set $letter (i32.load8_u (local.get $source)))
      (if (global.get $poisoned) (then (return (call $reply (i32.const 0) (i32.const 4)))))
      ${["h", "t", "o", "b", "g", "p"].map((letter) => `(if ${isLetter(letter)} (then (global.set $poisoned (i32.const 1))))`).join("\n")}
      (if ${isLetter("h")} (then (call $forever)))
      (if ${isLetter("t")} (then (unreachable)))
      (if ${isLetter("o")} (then (drop (call $deep (i32.const 0)))))
      (if ${isLetter("b")} (then (return (call $reply (i32.const -16) (i32.const 64)))))
      (if ${isLetter("g")} (then (call $grow)))
      ${cases.join("\n")}
      (call $reply (i32.const 0) (i32.const 0)))
    (func (export "cabi_post_sandbox:skill/scanner#scan-code") (param i32)))`;
}

function isLetter(letter: string): string {
  return `(i32.eq (local.get $letter) (i32.const ${letter.charCodeAt(0)}))`;
}
