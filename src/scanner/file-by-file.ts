import { HEAD_BYTES, kindOf } from "../skill/kind.ts";
import type { Observation } from "./finding.ts";
import type { Reply, ScannedFile, SourceFile } from "./scanner.ts";

/** For a scanner that knows only `scan-code`: asks for each Python file by itself, and stops at the first failure. */
export async function fileByFile(
  files: readonly SourceFile[],
  scanCode: (code: Uint8Array) => Reply | Promise<Reply>,
): Promise<Reply> {
  const observations: Observation[] = [];
  const states: ScannedFile[] = [];
  for (const [file, { path, content }] of files.entries()) {
    const language = kindOf(path, content.subarray(0, HEAD_BYTES));
    if (language !== "python") {
      states.push({ language, state: "skipped", reason: `${language} is not analysed` });
      continue;
    }
    const reply = await scanCode(content);
    if (reply.kind !== "findings") return reply;
    states.push({ language, state: "analysed" });
    observations.push(...reply.observations.map((each) => ({ ...each, file })));
  }
  return { kind: "findings", observations, files: states };
}
