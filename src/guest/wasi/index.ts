import { cli } from "./cli.ts";
import { clocks } from "./clocks.ts";
import { InputStream, OutputStream, Pollable, poll, StreamError } from "./io.ts";
import { random } from "./random.ts";

/** The part of WASI 0.2 that needs no grant. */
export const wasiImports = {
  ...cli,
  ...clocks,
  ...random,
  "wasi:io/error": { Error: StreamError },
  "wasi:io/streams": { InputStream, OutputStream },
  "wasi:io/poll": { Pollable, poll },
} as const;
