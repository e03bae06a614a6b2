import { readAnswer, replyOf } from "./answer.ts";
import { fileByFile } from "./file-by-file.ts";
import type { Observation } from "./finding.ts";
import type { Reply, Scanner, ScannerIdentity, SourceFile } from "./scanner.ts";

/** What a component gave back, in a guest process that is granted nothing. */
export type Given = string | { readonly failed: string };

export interface ScannerRunner {
  /** Calls `scan-code`. */
  code(code: string): Promise<Given>;
  /** Calls `scan-skill`; undefined when the component does not export it. */
  skill(files: readonly TextFile[]): Promise<Given | undefined>;
}

export interface TextFile {
  readonly path: string;
  readonly content: string;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A scanner that is not ours: its word is checked, counted again, and marked. */
export function externalScanner(identity: Omit<ScannerIdentity, "external">, run: ScannerRunner): Scanner {
  let takesSkills = true;
  return {
    identity: { ...identity, external: true },
    renew() {}, // the runner starts a fresh process for each call
    scan: async (files) => {
      const given = takesSkills ? await run.skill(files.map(textFile)) : undefined;
      if (given !== undefined) return marked(typeof given === "string" ? replyOf(given, files.length) : failed(given));
      takesSkills = false;
      return fileByFile(files, async (code) => marked(replyToCode(await run.code(decoder.decode(code)))));
    },
  };
}

function textFile({ path, content }: SourceFile): TextFile {
  return { path, content: decoder.decode(content) };
}

function replyToCode(given: Given): Reply {
  if (typeof given !== "string") return failed(given);
  const answer = readAnswer(given, 1);
  return answer.kind === "failed" ? answer : { ...answer, files: [{ language: "python", state: "analysed" }] };
}

function failed(given: Exclude<Given, string>): Reply {
  return { kind: "failed", why: given.failed };
}

function marked(reply: Reply): Reply {
  if (reply.kind !== "findings") return reply;
  const observations: Observation[] = reply.observations.map((each) => ({ ...each, external: true }));
  return { kind: "findings", observations, files: reply.files };
}
