import { neutraliseJson } from "../report/neutralise.ts";
import { previewRun } from "../run/preview.ts";
import type { RunRequest } from "../run.ts";
import type { Context } from "./context.ts";
import { EXIT } from "./exit-code.ts";

/** Prints what a run would do, from the same plan that a run executes; ends as the run would if it were refused. */
export async function showPlan(context: Context, request: RunRequest, compact: boolean): Promise<void> {
  const preview = await previewRun(request);
  context.output.out(`${neutraliseJson(JSON.stringify(preview, null, compact ? 0 : 2))}\n`);
  if (preview.refused !== undefined) context.exitWith(EXIT.runRefused);
}
