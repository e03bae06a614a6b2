import { ATTACKS } from "../doctor/attacks/index.ts";
import { runAttacks } from "../doctor/run-attacks.ts";
import { attackLine, attackSummary } from "../report/attack-text.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import type { Context } from "./context.ts";
import { EXIT, exitOfOutcome } from "./exit-code.ts";
import { wantsColour } from "./output.ts";

/** Runs the portable attacks, and prints each as soon as it is over. */
export async function showAttacks(context: Context, json: boolean): Promise<void> {
  const { installation, output, signal } = context;
  const colours = wantsColour(output) ? (await import("./doctor-palette.ts")).VERDICT_COLOURS : undefined;
  const rows = await runAttacks(ATTACKS, installation, {
    signal,
    onRow: (row) => {
      if (!json) output.out(attackLine(row, colours?.[row.verdict]));
    },
  });
  if (signal.aborted) return context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
  output.out(json ? `${neutraliseJson(JSON.stringify({ attacks: rows }))}\n` : `\n${attackSummary(rows)}`);
  if (rows.some(({ verdict }) => verdict === "NOT contained")) context.exitWith(EXIT.findings);
}
