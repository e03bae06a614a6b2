import { parse } from "@bytecodealliance/jco";

/** One thing that the component does when its `run` is called. */
export type Step =
  | { readonly read: string }
  /** Reads a file so often, and says nothing. */
  | { readonly readOften: string; readonly times: number }
  | { readonly write: string; readonly content: string }
  | { readonly get: string }
  | { readonly post: string; readonly body: string }
  /** Adds this text to the result. */
  | { readonly say: string }
  /** Core instructions, for example `(loop (br 0))` or `unreachable`. */
  | { readonly wat: string };

/**
 * A real component for the world skill-component that does the steps in order and returns a line for each: `ok ` or
 * `err ` and what the host answered. Built from text, so that each test says in one place what its guest does.
 */
export async function scripted(
  steps: readonly Step[],
  options: { readonly start?: string; readonly pages?: number } = {},
): Promise<Uint8Array> {
  return parse(componentText(steps, options));
}

function componentText(steps: readonly Step[], { start = "", pages = 64 }: { start?: string; pages?: number }): string {
  const data = new Data();
  const body = steps.map((step) => stepText(step, data)).join("\n");
  return `(component
  (import "sandbox:skill/filesystem-read" (instance $read (export "read-file" (func (param "path" string) (result (result string (error string)))))))
  (import "sandbox:skill/filesystem-write" (instance $write (export "write-file" (func (param "path" string) (param "content" string) (result (result (error string)))))))
  (import "sandbox:skill/network" (instance $net
    (export "http-get" (func (param "url" string) (result (result string (error string)))))
    (export "http-post" (func (param "url" string) (param "body" string) (result (result string (error string)))))))
  (core module $libc
    (memory (export "memory") ${pages})
    (global $top (mut i32) (i32.const 1048576))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $at i32)
      (local.set $at (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
      (global.set $top (i32.add (local.get $at) (local.get 3)))
      (block $enough
        (loop $grow
          (br_if $enough (i32.le_u (global.get $top) (i32.mul (memory.size) (i32.const 65536))))
          (if (i32.eq (memory.grow (i32.const 16)) (i32.const -1)) (then unreachable))
          (br $grow)))
      (local.get $at)))
  (core instance $libc (instantiate $libc))
  (core func $read-file (canon lower (func $read "read-file") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core func $write-file (canon lower (func $write "write-file") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core func $http-get (canon lower (func $net "http-get") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core func $http-post (canon lower (func $net "http-post") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core module $main
    (import "libc" "memory" (memory 0))
    (import "libc" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
    (import "host" "read-file" (func $read-file (param i32 i32 i32)))
    (import "host" "write-file" (func $write-file (param i32 i32 i32 i32 i32)))
    (import "host" "http-get" (func $http-get (param i32 i32 i32)))
    (import "host" "http-post" (func $http-post (param i32 i32 i32 i32 i32)))
    (global $out (mut i32) (i32.const 0))
    (global $length (mut i32) (i32.const 0))
    ${data.segments()}
    (func $say (param $at i32) (param $count i32)
      (local $new i32)
      (local.set $new (call $realloc (i32.const 0) (i32.const 0) (i32.const 1) (i32.add (global.get $length) (local.get $count))))
      (memory.copy (local.get $new) (global.get $out) (global.get $length))
      (memory.copy (i32.add (local.get $new) (global.get $length)) (local.get $at) (local.get $count))
      (global.set $out (local.get $new))
      (global.set $length (i32.add (global.get $length) (local.get $count))))
    ;; The result area at 16: u8 tag, then for a string its address at +4 and its length at +8.
    (func $report (param $hasText i32)
      (if (i32.load8_u (i32.const 16))
        (then (call $say (i32.const 4) (i32.const 4)) (local.set $hasText (i32.const 1)))
        (else (call $say (i32.const 1) (i32.const 3))))
      (if (local.get $hasText) (then (call $say (i32.load (i32.const 20)) (i32.load (i32.const 24)))))
      (call $say (i32.const 8) (i32.const 1)))
    (data (i32.const 1) "ok err \\n")
    (func (export "run") (result i32)
      (local $left i32)
      ${body}
      (i32.store (i32.const 32) (global.get $out))
      (i32.store (i32.const 36) (global.get $length))
      (i32.const 32))
    ${start === "" ? "" : `(func $start ${start}) (start $start)`})
  (core instance $main (instantiate $main
    (with "libc" (instance $libc))
    (with "host" (instance
      (export "read-file" (func $read-file)) (export "write-file" (func $write-file))
      (export "http-get" (func $http-get)) (export "http-post" (func $http-post))))))
  (func $run (result string) (canon lift (core func $main "run") (memory (core memory $libc "memory"))))
  (instance $skill (export "run" (func $run)))
  (export "sandbox:skill/skill" (instance $skill)))`;
}

function stepText(step: Step, data: Data): string {
  const result = "(i32.const 16)";
  if ("read" in step) return `(call $read-file ${data.place(step.read)} ${result}) (call $report (i32.const 1))`;
  if ("readOften" in step) return readOften(step.times, `(call $read-file ${data.place(step.readOften)} ${result})`);
  if ("get" in step) return `(call $http-get ${data.place(step.get)} ${result}) (call $report (i32.const 1))`;
  if ("say" in step) return `(call $say ${data.place(step.say)})`;
  if ("wat" in step) return step.wat;
  const [name, first, second, text] =
    "write" in step
      ? (["write-file", step.write, step.content, 0] as const)
      : (["http-post", step.post, step.body, 1] as const);
  return `(call $${name} ${data.place(first)} ${data.place(second)} ${result}) (call $report (i32.const ${text}))`;
}

function readOften(times: number, call: string): string {
  return `(local.set $left (i32.const ${times}))
    (loop $again ${call} (local.set $left (i32.sub (local.get $left) (i32.const 1))) (br_if $again (local.get $left)))`;
}

/** Texts in the component's memory, from 1024 on. */
class Data {
  #bytes: number[] = [];

  /** The two operands, address and length, of a text. */
  place(text: string): string {
    const at = 1024 + this.#bytes.length;
    const bytes = new TextEncoder().encode(text);
    for (const byte of bytes) this.#bytes.push(byte);
    return `(i32.const ${at}) (i32.const ${bytes.length})`;
  }

  segments(): string {
    const escaped = this.#bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
    return `(data (i32.const 1024) "${escaped}")`;
  }
}
