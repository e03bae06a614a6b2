import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { componentEmbed, componentNew, parse } from "@bytecodealliance/jco";

/** A component without code whose world has every WIT type, as imports and as exports; `name` is part of every name. */
export async function exampleOfEveryType(name: string, stringEncoding: "utf8" | "utf16"): Promise<Uint8Array> {
  return componentNew(
    await componentEmbed({ witSource: exampleWorld(name), dummy: true, stringEncoding, world: name }),
    [],
  );
}

function exampleWorld(name: string): string {
  const flags = Array.from({ length: 32 }, (_, index) => `${name}-flag${index}`).join(", ");
  const numbers = ["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "bool"]
    .map((type) => `${name}-${type}: func(a: ${type}) -> ${type};`)
    .join(" ");
  return `package ${name}:example;
interface ${name}-types {
  record ${name}-record { ${name}-a: s32, ${name}-b: f64, ${name}-c: char, ${name}-d: string }
  variant ${name}-variant { ${name}-none, ${name}-one(f32), ${name}-four(tuple<u8, u16, u32, u64>), ${name}-many(list<${name}-record>) }
  enum ${name}-enum { ${name}-x, ${name}-y }
  flags ${name}-flags { ${name}-r, ${name}-w }
  flags ${name}-wide { ${flags} }
  resource ${name}-file {
    constructor(${name}-p: string);
    ${name}-read: func(${name}-p: u64) -> result<list<u8>, ${name}-enum>;
    ${name}-write: static func(${name}-p: borrow<${name}-file>, ${name}-q: list<u8>) -> bool;
    ${name}-take: static func(${name}-p: ${name}-file) -> option<${name}-file>;
  }
  ${name}-f1: func(a: ${name}-record, b: ${name}-variant, c: ${name}-enum, d: ${name}-flags) -> ${name}-variant;
  ${name}-f2: func(a: list<string>, b: option<option<u32>>, c: result<_, string>, d: result<u8>, e: tuple<s8, s16, s64, f32, char, bool>) -> list<tuple<string, list<u16>>>;
  ${name}-f3: func(a: list<s64>, b: list<f32>, c: list<f64>, d: list<${name}-enum>, e: list<${name}-flags>, f: ${name}-wide) -> result<option<${name}-record>, ${name}-variant>;
  ${name}-f4: func() -> list<${name}-file>;
  ${name}-f5: func(a: u8, b: u16, c: u32, d: u64, e: s8, f: s16, g: s32, h: s64, i: f32, j: f64, k: char, l: bool, m: string, n: list<char>, o: list<bool>, p: u8, q: u8) -> tuple<u8, string>;
  ${name}-f7: func() -> tuple<${name}-flags, ${name}-wide>;
  ${name}-f6: func(a: borrow<${name}-file>, b: ${name}-file) -> result<${name}-file, string>;
}
interface ${name}-more { ${name}-f4: func(a: string, b: bool); ${numbers} }
world ${name} {
  import ${name}-types;
  import ${name}-more;
  export ${name}-more;
  import ${name}-plain: func(a: string) -> string;
  export ${name}-types;
  export ${name}-run: func(a: list<string>) -> result<string, string>;
}`;
}

/** Two components in one: the second calls the first and hands resources and strings across. Its run gives "across". */
export async function composedExample(name: string): Promise<Uint8Array> {
  return parse(`(component
  (component $provider
    (type $rep (resource (rep i32)))
    (core func $new (canon resource.new $rep))
    (core module $code
      (import "host" "new" (func $new (param i32) (result i32)))
      (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
      (func (export "make") (result i32) (call $new (i32.const 7)))
      (func (export "look") (param i32) (result i32) (local.get 0))
      (func (export "take") (param i32))
      (func (export "say") (param i32 i32) (result i32)
        (i32.store (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (i32.const 16)))
    (core instance $i (instantiate $code (with "host" (instance (export "new" (func $new))))))
    (export $file "${name}-file" (type $rep))
    (func $make (result (own $file)) (canon lift (core func $i "make")))
    (func $look (param "f" (borrow $file)) (result u32) (canon lift (core func $i "look")))
    (func $take (param "f" (own $file)) (canon lift (core func $i "take")))
    (func $say (param "s" string) (result string)
      (canon lift (core func $i "say") (memory (core memory $i "memory")) (realloc (core func $i "realloc"))))
    (export "make" (func $make)) (export "look" (func $look)) (export "take" (func $take)) (export "say" (func $say)))
  (component $consumer
    (import "${name}-provider" (instance $p
      (export "${name}-file" (type $file (sub resource)))
      (export "make" (func (result (own $file))))
      (export "look" (func (param "f" (borrow $file)) (result u32)))
      (export "take" (func (param "f" (own $file))))
      (export "say" (func (param "s" string) (result string)))))
    (core module $libc (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 2048)))
    (core instance $libc (instantiate $libc))
    (core func $make (canon lower (func $p "make")))
    (core func $look (canon lower (func $p "look")))
    (core func $take (canon lower (func $p "take")))
    (core func $say (canon lower (func $p "say") (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
    (core module $code
      (import "libc" "memory" (memory 1))
      (import "p" "make" (func $make (result i32))) (import "p" "look" (func $look (param i32) (result i32)))
      (import "p" "take" (func $take (param i32))) (import "p" "say" (func $say (param i32 i32 i32)))
      (data (i32.const 64) "across")
      (func (export "run") (result i32) (local $f i32)
        (local.set $f (call $make)) (drop (call $look (local.get $f))) (call $take (local.get $f))
        (call $say (i32.const 64) (i32.const 6) (i32.const 96)) (i32.const 96)))
    (core instance $i (instantiate $code (with "libc" (instance $libc)) (with "p" (instance
      (export "make" (func $make)) (export "look" (func $look)) (export "take" (func $take)) (export "say" (func $say))))))
    (func $run (result string) (canon lift (core func $i "run") (memory (core memory $libc "memory"))))
    (export "run" (func $run)))
  (instance $p (instantiate $provider))
  (instance $c (instantiate $consumer (with "${name}-provider" (instance $p))))
  (export "run" (func $c "run")))`);
}

/** A component without code that imports and exports what WASI 0.2 has for commands and HTTP handlers. */
export async function wasiExample(): Promise<Uint8Array> {
  const packages = await Promise.all(
    (await readdir(WASI)).map((name) => readFile(join(WASI, name, "package.wit"), "utf8")),
  );
  // Several packages in one text, each in braces of its own.
  const nested = packages.map((text) => `${text.replace(";", " {")}}`).join("\n");
  const version = basename(WASI);
  const worlds = `include wasi:cli/command@${version}; include wasi:http/proxy@${version};`;
  const witSource = `package wasm-sandbox:example;\nworld all { ${worlds} }\n${nested}`;
  return componentNew(await componentEmbed({ witSource, dummy: true, world: "all" }), []);
}

/** WASI's interfaces as jco ships them. */
const WASI = join(dirname(fileURLToPath(import.meta.resolve("@bytecodealliance/jco"))), "../lib/wit/builtin/0.2.12");
