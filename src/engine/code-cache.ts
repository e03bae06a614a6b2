import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { SandboxError } from "../errors.ts";

/**
 * V8's code cache of the glue, as a process with these flags will accept it.
 *
 * V8 takes a cache only from a process with the same flags, and the guest's are not ours, so they are set here for the
 * moment of compiling. Nothing is run. Of a process that is started with `--liftoff-only`, like the prepare helper, no
 * guest would take one (measured on Node 26.10).
 */
export function makeCodeCache(source: string, guestFlags: readonly string[]): Uint8Array {
  const switches = guestFlags.flatMap((flag) => switchOf(flag));
  for (const { on } of switches) setFlagsFromString(on);
  try {
    return new Script(source, { filename: GLUE_FILENAME }).createCachedData();
  } finally {
    for (const { off } of switches) setFlagsFromString(off);
  }
}

/** What stack traces call the glue. */
const GLUE_FILENAME = "component.js";

/** Flags that do not change compiled code are no part of V8's comparison. */
const WITHOUT_EFFECT = /^--(?:max-old-space-size=|permission$|allow-|no-warnings$|openssl-config=)/;

function switchOf(flag: string): { on: string; off: string }[] {
  if (WITHOUT_EFFECT.test(flag)) return [];
  if (/^--wasm-max-mem-pages=\d+$/.test(flag)) return [{ on: flag, off: `--wasm-max-mem-pages=${V8_DEFAULT_PAGES}` }];
  if (/^--wasm-tiering-budget=\d+$/.test(flag))
    return [{ on: flag, off: `--wasm-tiering-budget=${V8_DEFAULT_BUDGET}` }];
  if (/^--wasm-max-table-size=\d+$/.test(flag)) return [{ on: flag, off: `--wasm-max-table-size=${V8_DEFAULT_TABLE}` }];
  if (BOOLEANS.has(flag)) return [{ on: flag, off: flag.replace("--", "--no-") }];
  throw new SandboxError("internal", `No code cache can be made for the flag ${flag}`);
}

/** Source: `node --v8-options` of Node 26.10. */
const V8_DEFAULT_PAGES = 4_294_967_295;
const V8_DEFAULT_TABLE = 10_000_000;
const V8_DEFAULT_BUDGET = 13_000_000;
const BOOLEANS = new Set(["--disallow-code-generation-from-strings", "--wasm-lazy-validation"]);
