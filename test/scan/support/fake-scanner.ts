import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@bytecodealliance/jco";
import { tree } from "./tree.ts";

export const RULES = "a".repeat(64);

/** What the first byte of a file makes the fake scanner do. The canary of the built-in scanner starts with `i`. */
export interface FakeScanner {
  /** First byte -> what it sees in such a file. */
  readonly sees: Readonly<Record<string, readonly object[]>>;
  /** First byte -> what it answers to all instead. */
  readonly says?: Readonly<Record<string, string>>;
  readonly rules?: string;
  /** WAT that is put into the module, to give it an import, for example. */
  readonly extra?: string;
}

export function answer(...findings: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ findings, safety_score: 1, summary: "lies", total_findings: 0, engine: { rules: RULES } });
}

const CANARY_SEEN = {
  rule: "canary",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  line: 2,
  column: 1,
  context: "",
  description: "canary",
};

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
 * outside its memory, `g` grows by 98 MB, and `p` does nothing of the kind. Each leaves a memory in which nonsense is answered ever after.
 */
export const FAKE: FakeScanner = {
  sees: { i: [CANARY_SEEN], x: [SEEN] },
  says: { j: "{ not json", e: "" },
};

/** Writes what the build would have written, and returns the folder. */
export async function buildFakeScanner(fake: FakeScanner = FAKE): Promise<string> {
  const core = await parse(wat(fake));
  const folder = tree({
    "scanner.json": JSON.stringify({ digest: "d".repeat(64), rules: RULES }),
    "rules.json": JSON.stringify({ rules: [{ id: "fixed-rule", fix: "Do something else." }] }),
  });
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

/** Texts that the module writes, each with its place in the memory. */
class Texts {
  readonly data: string[] = [];
  #at = 1024;

  /** The two operands of `$put`. */
  operands(text: string): string {
    const bytes = Buffer.from(text);
    const at = this.#at;
    this.#at += bytes.length;
    this.data.push(`(data (i32.const ${at}) "${[...bytes].map(escaped).join("")}")`);
    return `(i32.const ${at}) (i32.const ${bytes.length})`;
  }
}

function escaped(byte: number): string {
  return `\\${byte.toString(16).padStart(2, "0")}`;
}

const BADLY = ["h", "t", "o", "b", "g", "p"];

/** The answer is put together at 512 KiB. There is room for ten files, because an index is one digit. */
function wat({ sees, says = {}, rules = RULES, extra = "" }: FakeScanner): string {
  const texts = new Texts();
  const put = (text: string) => `(call $put ${texts.operands(text)})`;
  const seen = Object.entries(sees).map(([letter, findings]) => {
    const each = findings.map(
      (finding) =>
        `(call $comma) ${put('{"file":')} (call $digit (local.get $i)) ${put(`,${JSON.stringify(finding).slice(1)}`)}`,
    );
    return `(if ${isLetter(letter)} (then ${each.join("\n")}))`;
  });
  const said = Object.entries(says).map(
    ([letter, text]) => `(if ${isLetter(letter)} (then (return (call $reply ${texts.operands(text)}))))`,
  );
  const code = `
    (func $put (param $at i32) (param $length i32)
      (memory.copy (global.get $end) (local.get $at) (local.get $length))
      (global.set $end (i32.add (global.get $end) (local.get $length))))
    (func $digit (param $digit i32)
      (i32.store8 (global.get $end) (i32.add (local.get $digit) (i32.const 48)))
      (global.set $end (i32.add (global.get $end) (i32.const 1))))
    (func $comma
      (if (i32.ne (i32.load8_u (i32.sub (global.get $end) (i32.const 1))) (i32.const 91)) (then ${put(",")})))
    (func $reply (param $at i32) (param $length i32) (result i32)
      (i32.store (i32.const 8) (local.get $at))
      (i32.store (i32.const 12) (local.get $length))
      (i32.const 8))
    (func $grow
      (drop (memory.grow (i32.const 1500)))
      (memory.fill (i32.const 1048576) (i32.const 1) (i32.const 98304000)))
    (func $forever (loop $again (br $again)))
    (func $deep (param i32) (result i32) (i32.add (call $deep (local.get 0)) (i32.const 1)))
    (func (export "cabi_realloc") (param $old i32) (param i32) (param i32) (param $size i32) (result i32)
      (global.get $top)
      (global.set $top (i32.and (i32.add (i32.add (global.get $top) (local.get $size)) (i32.const 7)) (i32.const -8))))
    (func (export "sandbox:skill/skill-scanner#scan-skill") (param $list i32) (param $count i32) (result i32)
      (local $i i32) (local $file i32) (local $letter i32)
      (if (i32.load (i32.const 16)) (then (return (call $reply (i32.const 0) (i32.const 4)))))
      (global.set $end (i32.const 524288))
      ${put('{"findings":[')}
      (block $read (loop $next
        (br_if $read (i32.eq (local.get $i) (local.get $count)))
        (local.set $file (i32.add (local.get $list) (i32.shl (local.get $i) (i32.const 4))))
        (local.set $letter (i32.load8_u (i32.load offset=8 (local.get $file))))
        (if (i32.eqz (i32.load offset=12 (local.get $file))) (then (local.set $letter (i32.const 0))))
        ${BADLY.map((letter) => `(if ${isLetter(letter)} (then (i32.store (i32.const 16) (i32.const 1))))`).join("\n")}
        (if ${isLetter("h")} (then (call $forever)))
        (if ${isLetter("t")} (then (unreachable)))
        (if ${isLetter("o")} (then (drop (call $deep (i32.const 0)))))
        (if ${isLetter("b")} (then (return (call $reply (i32.const -16) (i32.const 64)))))
        (if ${isLetter("g")} (then (call $grow)))
        ${said.join("\n")}
        ${seen.join("\n")}
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
      ${put('],"files":[')}
      (block $told (loop $next
        (br_if $told (i32.eqz (local.get $count)))
        (call $comma)
        ${put('{"language":"python","state":"analysed"}')}
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
      ${put(`],"engine":{"rules":"${rules}"}}`)}
      (call $reply (i32.const 524288) (i32.sub (global.get $end) (i32.const 524288))))
    (func (export "cabi_post_sandbox:skill/skill-scanner#scan-skill") (param i32)
      (global.set $top (i32.const 1048576)))`;
  return `(module
    ${extra}
    (memory (export "memory") 256 4000)
    ${texts.data.join("\n")}
    (global $top (mut i32) (i32.const 1048576))
    (global $end (mut i32) (i32.const 0))
    ${code})`;
}

function isLetter(letter: string): string {
  return `(i32.eq (local.get $letter) (i32.const ${letter.charCodeAt(0)}))`;
}
