/** One call of WASI preview 1: its name and its operands; a text becomes the address and the length of its bytes. */
export type WasiCall = readonly [name: keyof typeof PARAMETERS, ...operands: readonly (number | bigint | string)[]];

/** Descriptors of the granted folders, in the order of the grants. */
export const FIRST_FOLDER = 3;
export const SECOND_FOLDER = 4;

/** The descriptor that `path_open` gave last: the address where it lies is the last operand of each such call. */
export const OPENED = "(i32.load (i32.const 8))";
export const OPENED_AT = 8;

export const OFLAGS = { create: 1, folder: 2, truncate: 8 } as const;
export const RIGHTS = { read: 2n, write: 64n, everything: 0x1fffffffn } as const;

/**
 * The text of a core module that makes these calls in order, whatever they answer, and ends: what a program does that was
 * compiled for WASI, without a compiler.
 *
 * @param turns how often it does all of it
 */
export function wasiModule(calls: readonly WasiCall[], turns = 1): string {
  const texts = calls.flatMap(([, ...operands]) => operands.filter((operand) => isPath(operand)));
  const places = placesOf(texts.map(String));
  const used = [...new Set(calls.map(([name]) => name))];
  const body = calls.map((call) => callText(call, places)).join("\n");
  return `(module
    ${used.map(importText).join("\n")}
    (memory (export "memory") 1)
    ${[...places].map(([text, at]) => `(data (i32.const ${at}) "${escaped(text)}")`).join("\n")}
    (func (export "_start") (local $turns i32)
      (loop $again
        ${body}
        (local.set $turns (i32.add (local.get $turns) (i32.const 1)))
        (br_if $again (i32.lt_u (local.get $turns) (i32.const ${turns}))))))`;
}

/** Of the calls that attacks make: what WASI says they take, in letters for i32 and i64. */
const PARAMETERS = {
  path_open: "iiiiiIIii",
  path_filestat_set_times: "iiiiIIi",
  path_unlink_file: "iii",
  path_create_directory: "iii",
  path_rename: "iiiiii",
  path_link: "iiiiiii",
  path_symlink: "iiiii",
  fd_filestat_set_size: "iI",
  fd_filestat_set_times: "iIIi",
  fd_write: "iiii",
  proc_exit: "i",
} as const;

const TYPES: Readonly<Record<string, string>> = { i: "i32", I: "i64" };

function importText(name: keyof typeof PARAMETERS): string {
  const parameters = [...PARAMETERS[name]].map((letter) => TYPES[letter]).join(" ");
  const result = name === "proc_exit" ? "" : "(result i32)";
  return `(import "wasi_snapshot_preview1" "${name}" (func $${name} (param ${parameters}) ${result}))`;
}

function callText([name, ...operands]: WasiCall, places: ReadonlyMap<string, number>): string {
  const values = operands.map((operand) => operandText(operand, places)).join(" ");
  const call = `(call $${name} ${values})`;
  return name === "proc_exit" ? call : `(drop ${call})`;
}

function operandText(operand: number | bigint | string, places: ReadonlyMap<string, number>): string {
  if (typeof operand === "number") return `(i32.const ${operand})`;
  if (typeof operand === "bigint") return `(i64.const ${operand})`;
  if (!isPath(operand)) return operand;
  return `(i32.const ${places.get(operand)}) (i32.const ${operand.length})`;
}

/** Anything in brackets is an instruction already. */
function isPath(operand: number | bigint | string): boolean {
  return typeof operand === "string" && !operand.startsWith("(");
}

function placesOf(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  let free = 64;
  for (const text of texts) {
    if (places.has(text)) continue;
    places.set(text, free);
    free += text.length;
  }
  return places;
}

/** Attacks name their files in ASCII. */
function escaped(text: string): string {
  return text.replaceAll(
    /[^a-zA-Z0-9 ./_-]/g,
    (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
