import { parse } from "@bytecodealliance/jco";
import { coreModulesOf, readComponent } from "../../src/engine/read-component.ts";
import { validComponents } from "../../test/component-fixtures/components.ts";

const COMPONENTS = 7;
const MODULES = 5;

export const SAMPLES: readonly string[] = [
  "every core import",
  "every core export",
  "names",
  ...Array.from({ length: COMPONENTS }, (_, index) => `component ${index}`),
  ...Array.from({ length: MODULES }, (_, index) => `module ${index}`),
];

let samples: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The bytes of a sample: small components and core modules that between them have what real ones have. */
export async function sample(name: string): Promise<Uint8Array> {
  samples ??= makeSamples();
  const bytes = (await samples).get(name);
  if (bytes === undefined) throw new Error(`no sample ${name}`);
  return bytes;
}

async function makeSamples(): Promise<ReadonlyMap<string, Uint8Array>> {
  const components = (await validComponents()).map(({ bytes }) => bytes);
  const modules = components.flatMap(innerModules).sort((one, other) => one.length - other.length);
  return new Map([
    ["every core import", await parse(IMPORTS)],
    ["every core export", await parse(EXPORTS)],
    ["names", await parse(NAMES)],
    ...components.slice(0, COMPONENTS).map((bytes, index) => [`component ${index}`, bytes] as const),
    ...modules.slice(0, MODULES).map((bytes, index) => [`module ${index}`, bytes] as const),
  ]);
}

function innerModules(component: Uint8Array<ArrayBuffer>): Uint8Array[] {
  return coreModulesOf(readComponent(component).component).map(({ start, end }) => component.slice(start, end));
}

const IMPORTS = `(module
  (type $f (func (param i32 i64) (result f32)))
  (import "env" "f" (func (type $f)))
  (import "env" "table" (table 1 10 funcref))
  (import "env" "externs" (table 0 externref))
  (import "env" "memory" (memory 1 2))
  (import "env" "shared" (memory 1 2 shared))
  (import "env" "g" (global i32))
  (import "env" "m" (global (mut f64)))
  (import "env" "v" (global v128))
  (import "env" "e" (tag (param i32))))`;

const EXPORTS = `(module
  (memory (export "memory") 1)
  (table (export "table") 1 funcref)
  (global (export "g") (mut i32) (i32.const 1))
  (tag (export "tag") (param i32))
  (func $f (export "f") (export "again") (result i32) (i32.const 1))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 0))
  (start $s) (func $s)
  (elem (i32.const 0) $f)
  (data (i32.const 0) "abc")
  (data "passive"))`;

/** Plain and strange names that the walker takes. */
const NAMES = `(module
  (import "a:b/c@0.2.0" "[method]x.y" (func))
  (import "" "" (func))
  (import "$root" "!@#%^&()=+" (func))
  (func (export "a b c")) (func (export "")) (func (export "toString")) (func (export "a.b#c")))`;
