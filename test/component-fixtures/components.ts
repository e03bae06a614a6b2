import { parse } from "@bytecodealliance/jco";
import { composedExample, exampleOfEveryType } from "../../build/glue-examples.ts";

export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Components that every stage of preparing must take, and that between them have what real ones have. */
export async function validComponents(): Promise<readonly Fixture[]> {
  const made: readonly (readonly [string, Promise<Uint8Array>])[] = [
    ["greeter", greeter()],
    ["every type, UTF-8", exampleOfEveryType("test", "utf8")],
    ["every type, UTF-16", exampleOfEveryType("test", "utf16")],
    ["two components in one", composedExample("test")],
    ["functions in global initialisers", parse(GLOBAL_FUNCTIONS)],
    ["two memories", parse(TWO_MEMORIES)],
    ["custom sections", parse(CUSTOM_SECTIONS)],
    ["a program and nothing else", parse(PROGRAM)],
  ];
  return Promise.all(made.map(async ([name, bytes]) => ({ name, bytes: new Uint8Array(await bytes) })));
}

/** Asks sandbox:skill/network for a page and gives back what it says: the smallest component with an import. */
export async function greeter(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await parse(GREETER));
}

const GREETER = `(component
  (import "sandbox:skill/network" (instance $network
    (export "http-get" (func (param "url" string) (result (result string (error string)))))))
  (core module $libc
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024)))
  (core instance $libc (instantiate $libc))
  (core func $get (canon lower (func $network "http-get")
    (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core module $main
    (import "libc" "memory" (memory 1))
    (import "network" "get" (func $get (param i32 i32 i32)))
    (data (i32.const 16) "http://example.com/")
    (func (export "run") (result i32)
      (call $get (i32.const 16) (i32.const 19) (i32.const 64))
      (i32.store (i32.const 128) (i32.load (i32.const 68)))
      (i32.store (i32.const 132) (i32.load (i32.const 72)))
      (i32.const 128)))
  (core instance $main (instantiate $main
    (with "libc" (instance $libc)) (with "network" (instance (export "get" (func $get))))))
  (func $run (result string) (canon lift (core func $main "run") (memory (core memory $libc "memory"))))
  (instance $skill (export "run" (func $run)))
  (export "sandbox:skill/skill" (instance $skill)))`;

/** What compilers make of a command: the one export is an interface with a version. */
const PROGRAM = `(component
  (core module $main (func (export "run") (result i32) (i32.const 0)))
  (core instance $main (instantiate $main))
  (func $run (result (result)) (canon lift (core func $main "run")))
  (instance $command (export "run" (func $run)))
  (export "wasi:cli/run@0.2.3" (instance $command)))`;

/** Two functions of which only the second is exported, and a global that refers to the first. */
const GLOBAL_FUNCTIONS = `(component
  (core module $main
    (func $hidden (result i32) (i32.const 41))
    (global $ref (mut funcref) (ref.func $hidden))
    (table 1 funcref)
    (elem declare func $hidden)
    (func (export "answer") (result i32)
      (table.set (i32.const 0) (global.get $ref))
      (i32.add (i32.const 1) (call_indirect (result i32) (i32.const 0)))))
  (core instance $main (instantiate $main))
  (func $answer (result u32) (canon lift (core func $main "answer")))
  (export "answer" (func $answer)))`;

const TWO_MEMORIES = `(component
  (core module $main
    (memory $first 1) (memory $second 1)
    (func (export "answer") (result i32)
      (i32.store $second (i32.const 8) (i32.const 42))
      (i32.add (i32.load $first (i32.const 8)) (i32.load $second (i32.const 8)))))
  (core instance $main (instantiate $main))
  (func $answer (result u32) (canon lift (core func $main "answer")))
  (export "answer" (func $answer)))`;

const CUSTOM_SECTIONS = `(component
  (@custom "component-name" "x")
  (core module $main
    (@custom "component-type:evil" "not what it says")
    (@custom "name" "also not")
    (func (export "answer") (result i32) (i32.const 42)))
  (core instance $main (instantiate $main))
  (func $answer (result u32) (canon lift (core func $main "answer")))
  (export "answer" (func $answer)))`;
