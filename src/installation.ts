import { join } from "node:path";
import { type Engine, findEngine } from "./isolation/engine.ts";

/** Where our own files are. A value that is handed down: nothing of ours is looked up from the current folder. */
export interface Installation {
  /** Real path of the package. */
  readonly root: string;
  /** What the build made: `launch.pl`, the guest's entry, the generator, the built-in components. */
  readonly distDir: string;
  /** Prepared components; ours alone, 0700. */
  readonly cacheDir: string;
  readonly engine: Engine;
}

export function findInstallation(root: string, cacheDir: string): Installation {
  return { root, distDir: join(root, "dist"), cacheDir, engine: findEngine(root) };
}

/** What of ours is executed or believed, and no grant reaches. A checkout's other files are its owner's. */
export function ownPaths({ root, distDir, cacheDir }: Installation): string[] {
  return [`${root}/bin`, `${root}/node_modules`, distDir, cacheDir];
}
