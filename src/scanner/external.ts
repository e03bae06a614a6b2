import { readAnswer } from "./answer.ts";
import { fileByFile } from "./file-by-file.ts";
import type { Reply, Scanner, ScannerIdentity } from "./scanner.ts";

/** Calls `scan-code` of a component in a guest process that is granted nothing. */
export type ScannerRunner = (code: string) => Promise<string | { readonly failed: string }>;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A scanner that is not ours: its word is checked, counted again, and marked. */
export function externalScanner(identity: Omit<ScannerIdentity, "external">, run: ScannerRunner): Scanner {
  return {
    identity: { ...identity, external: true },
    renew() {}, // the runner starts a fresh process for each file
    scan: (files) => fileByFile(files, async (code) => reply(await run(decoder.decode(code)))),
  };
}

function reply(answer: Awaited<ReturnType<ScannerRunner>>): Reply {
  if (typeof answer !== "string") return { kind: "failed", why: answer.failed };
  const read = readAnswer(answer, 1);
  if (read.kind === "failed") return read;
  const observations = read.observations.map((each) => ({ ...each, external: true as const }));
  return { kind: "findings", observations, files: read.files ?? [] };
}
