import { cliImports, type ProgramStart } from "./cli.ts";
import { clocks } from "./clocks.ts";
import { filesystem } from "./filesystem.ts";
import { InputStream, OutputStream, Pollable, poll, StreamError } from "./io.ts";
import { random } from "./random.ts";

/** The interfaces of WASI 0.2 that this host gives. */
export function wasiImports(start: ProgramStart) {
  return {
    ...cliImports(start),
    ...clocks,
    ...random,
    ...filesystem,
    "wasi:io/error": { Error: StreamError },
    "wasi:io/streams": { InputStream, OutputStream },
    "wasi:io/poll": { Pollable, poll },
  };
}
