import { dirname } from "node:path";
import { findEngine } from "../isolation/engine.ts";

/** Oldest Node that the libraries and the permission model work on. */
const OLDEST = [22, 12] as const;

/** The version is part of the build, so that no file is read for it. */
declare const VERSION: string;

/**
 * What `bin/wasm-sandbox.js` calls. On Linux and macOS the shell half of that file has started the pinned engine
 * already; where it could not (Windows, `node bin/wasm-sandbox.js`), an old Node hands over to it here.
 */
export function start(binDir: string, argv: readonly string[]): void {
  const root = dirname(binDir);
  if (isNewEnough(process.versions.node)) {
    void import("./main.ts").then(({ main }) => main(root, argv, VERSION));
    return;
  }
  process.exitCode = handOver(root, argv);
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function handOver(root: string, argv: readonly string[]): number {
  const engine = findEngine(root);
  if (!engine.pinned) {
    process.stderr.write(
      `error: wasm-sandbox needs Node ${OLDEST.join(".")} or newer, and this is ${process.versions.node}\n` +
        "  hint: install the package with its optional dependencies, which bring the pinned Node\n",
    );
    return 4;
  }
  const args = ["--no-warnings", `${root}/bin/wasm-sandbox.js`, ...argv];
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, signal } = spawnSync(engine.path, args, { stdio: "inherit" });
  if (signal !== null) process.kill(process.pid, signal);
  return status ?? 1;
}
