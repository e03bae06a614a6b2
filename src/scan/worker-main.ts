import { parentPort, workerData } from "node:worker_threads";
import { loadBuiltIn } from "../scanner/built-in.ts";
import type { SourceFile } from "../scanner/scanner.ts";

const scanner = loadBuiltIn(workerData.directory);

parentPort?.on("message", async (files: readonly SourceFile[]) => {
  scanner.renew();
  parentPort?.postMessage(await scanner.scan(files));
});
