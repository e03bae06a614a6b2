import type { OutputFile } from "../gate/config-file.ts";
import type { Format } from "../gate/formats.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Context } from "./context.ts";
import { render, renderForTerminal } from "./scan-render.ts";

export interface Told {
  readonly report: ScanReport;
  readonly objections: readonly string[];
}

export interface Where {
  /** What to print; undefined: what suits who reads it. */
  readonly format: Format | undefined;
  /** Absolute. */
  readonly files: readonly OutputFile[];
}

/** Refuses places where a file cannot be written, before anything is scanned for it. */
export async function checkFiles(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const { checkWritable } = await import("../learn/write-new.ts");
  for (const file of files) checkWritable(file, true);
}

/** Prints the result, and writes it into each file at once: whoever looks finds all of it or nothing. */
export async function tell(context: Context, told: Told, { format, files }: Where): Promise<void> {
  const { output } = context;
  if (format === "text" || (format === undefined && output.outIsTerminal)) {
    output.out(await renderForTerminal(context, told));
  } else output.out(await render(context, format ?? "json", told));
  if (files.length === 0) return;
  const { writeAtOnce } = await import("../learn/write-new.ts");
  for (const each of files) writeAtOnce(each.file, await render(context, each.format, told), true);
}
