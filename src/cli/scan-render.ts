import { join } from "node:path";
import type { Format } from "../gate/formats.ts";
import type { ScanView } from "../report/scan-view.ts";
import type { RuleBook } from "../rules/rule-book.ts";
import type { Context } from "./context.ts";
import { wantsColour } from "./output.ts";
import type { Told } from "./scan-tell.ts";

/** Each format is loaded when it is asked for: a terminal's colours cost a script nothing. */
const RENDER: Readonly<Record<Format, (view: ScanView) => Promise<string>>> = {
  text: async (view) => (await import("../report/scan-text.ts")).scanText(view),
  json: async (view) => (await import("../report/scan-json.ts")).scanJson(view),
  sarif: async (view) => (await import("../report/scan-sarif.ts")).scanSarif(view),
  html: async (view) => (await import("../report/scan-html.ts")).scanHtml(view),
  markdown: async (view) => (await import("../report/scan-markdown.ts")).scanMarkdown(view),
  junit: async (view) => (await import("../report/scan-junit.ts")).scanJunit(view),
  github: async (view) => (await import("../report/scan-github.ts")).scanGithub(view),
};

/** The result in a format; with colours when it is text for a terminal. */
export async function render(context: Context, format: Format, { report, objections }: Told): Promise<string> {
  const rules = format === "json" ? NO_RULES : await openRuleBook(context);
  return RENDER[format]({ report, objections, rules, version: context.version });
}

/** For the terminal that the command was started on. */
export async function renderForTerminal(context: Context, { report, objections }: Told): Promise<string> {
  if (!wantsColour(context.output)) return render(context, "text", { report, objections });
  const { scanText } = await import("../report/scan-text.ts");
  const { terminalPalette } = await import("./palette.ts");
  const rules = await openRuleBook(context);
  return scanText({ report, objections, rules, version: context.version }, terminalPalette());
}

const NO_RULES: RuleBook = new Map();

async function openRuleBook({ installation }: Context): Promise<RuleBook> {
  const { loadRuleBook } = await import("../rules/rule-book.ts");
  return loadRuleBook(join(installation.distDir, "scanner"));
}
