import { parse } from "@bytecodealliance/jco";

/** What a command component does, in this order. */
export interface CommandScript {
  readonly stdout?: string;
  readonly stderr?: string;
  /** Sleeps on the monotonic clock. */
  readonly sleepNanoseconds?: bigint;
  readonly exitCode?: number;
}

/** A real component that exports wasi:cli/run and uses wasi:cli, io and clocks. */
export async function command({
  stdout = "",
  stderr = "",
  sleepNanoseconds = 0n,
  exitCode,
}: CommandScript): Promise<Uint8Array> {
  const sizes = [stdout, stderr].map((text) => Buffer.byteLength(text)) as [number, number];
  return parse(`(component
  (import "wasi:io/error@0.2.0" (instance $error (export "error" (type (sub resource)))))
  (alias export $error "error" (type $error-type))
  (import "wasi:io/poll@0.2.0" (instance $poll
    (export "pollable" (type $p (sub resource)))
    (export "[method]pollable.block" (func (param "self" (borrow $p))))))
  (alias export $poll "pollable" (type $pollable))
  (import "wasi:io/streams@0.2.0" (instance $streams
    (alias outer 1 $error-type (type $e0)) (export "error" (type $e (eq $e0)))
    (type $se (variant (case "last-operation-failed" (own $e)) (case "closed"))) (export "stream-error" (type $see (eq $se)))
    (export "output-stream" (type $os (sub resource)))
    (export "[method]output-stream.blocking-write-and-flush"
      (func (param "self" (borrow $os)) (param "contents" (list u8)) (result (result (error $see)))))))
  (alias export $streams "output-stream" (type $output-stream))
  (import "wasi:cli/stdout@0.2.0" (instance $stdout
    (alias outer 1 $output-stream (type $os0)) (export "output-stream" (type $os (eq $os0)))
    (export "get-stdout" (func (result (own $os))))))
  (import "wasi:cli/stderr@0.2.0" (instance $stderr
    (alias outer 1 $output-stream (type $os0)) (export "output-stream" (type $os (eq $os0)))
    (export "get-stderr" (func (result (own $os))))))
  (import "wasi:clocks/monotonic-clock@0.2.0" (instance $clock
    (alias outer 1 $pollable (type $p0)) (export "pollable" (type $p (eq $p0)))
    (export "subscribe-duration" (func (param "when" u64) (result (own $p))))))
  (import "wasi:cli/exit@0.2.0" (instance $exit (export "exit-with-code" (func (param "status-code" u8)))))
  (core module $libc (memory (export "memory") 32)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable))
  (core instance $libc (instantiate $libc))
  (core func $write (canon lower (func $streams "[method]output-stream.blocking-write-and-flush")
    (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core func $get-stdout (canon lower (func $stdout "get-stdout")))
  (core func $get-stderr (canon lower (func $stderr "get-stderr")))
  (core func $sleep (canon lower (func $clock "subscribe-duration")))
  (core func $block (canon lower (func $poll "[method]pollable.block")))
  (core func $exit-with (canon lower (func $exit "exit-with-code")))
  (core module $main
    (import "libc" "memory" (memory 0))
    (import "host" "write" (func $write (param i32 i32 i32 i32)))
    (import "host" "stdout" (func $get-stdout (result i32)))
    (import "host" "stderr" (func $get-stderr (result i32)))
    (import "host" "sleep" (func $sleep (param i64) (result i32)))
    (import "host" "block" (func $block (param i32)))
    (import "host" "exit" (func $exit (param i32)))
    (data (i32.const 64) "${watBytes(stdout + stderr)}")
    (func (export "run") (result i32)
      ${sizes[0] > 0 ? `(call $write (call $get-stdout) (i32.const 64) (i32.const ${sizes[0]}) (i32.const 16))` : ""}
      ${sizes[1] > 0 ? `(call $write (call $get-stderr) (i32.const ${64 + sizes[0]}) (i32.const ${sizes[1]}) (i32.const 16))` : ""}
      ${sleepNanoseconds > 0n ? `(call $block (call $sleep (i64.const ${sleepNanoseconds})))` : ""}
      ${exitCode === undefined ? "" : `(call $exit (i32.const ${exitCode}))`}
      (i32.const 0)))
  (core instance $main (instantiate $main
    (with "libc" (instance $libc))
    (with "host" (instance
      (export "write" (func $write)) (export "stdout" (func $get-stdout)) (export "stderr" (func $get-stderr))
      (export "sleep" (func $sleep)) (export "block" (func $block)) (export "exit" (func $exit-with))))))
  (func $run (result (result)) (canon lift (core func $main "run")))
  (instance $run-instance (export "run" (func $run)))
  (export "wasi:cli/run@0.2.0" (instance $run-instance)))`);
}

function watBytes(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
}
