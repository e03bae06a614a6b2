import { cliImports, type ProgramStart } from "./cli.ts";
import { clocks } from "./clocks.ts";
import { filesystem } from "./filesystem/filesystem.ts";
import { InputStream, OutputStream, Pollable, poll, StreamError } from "./io.ts";
import { random } from "./random.ts";

/**
 * The interfaces of WASI 0.2 that this host gives a component with this glue: families that few components import are
 * loaded for those that do.
 */
export async function wasiImports(start: ProgramStart, glue: string): Promise<Readonly<Record<string, object>>> {
  return {
    ...cliImports(start),
    ...clocks,
    ...random,
    ...filesystem,
    "wasi:io/error": { Error: StreamError },
    "wasi:io/streams": { InputStream, OutputStream },
    "wasi:io/poll": { Pollable, poll },
    ...(glue.includes("wasi:http/") ? (await import("./http/http.ts")).http : {}),
    ...(glue.includes("wasi:sockets/") ? (await import("./sockets/sockets.ts")).sockets : {}),
  };
}
