import { resolve } from "node:path";
import { Command, Option } from "commander";
import { verifyLog } from "../audit/verify-log.ts";
import { SandboxError } from "../errors.ts";
import { type AuditReport, auditJson, auditText, isIntact } from "../report/audit-text.ts";
import type { Context } from "./context.ts";
import { EXIT } from "./exit-code.ts";

interface VerifyFlags {
  readonly expect?: string;
  readonly json?: boolean;
}

export function auditCommand(context: Context): Command {
  const command = new Command("audit")
    .summary("check an audit log")
    .description("Reads audit logs, which --audit-log writes. Changes nothing.");
  command
    .command("verify")
    .summary("say whether each line of an audit log follows from the one before")
    .description(
      "Finds the first line of an audit log that was changed, put in or taken out. Who wrote the log is not proved, nor\n" +
        "that its end is there: for that, give the head that a run printed.",
    )
    .argument("<file>", "an audit log")
    .addOption(
      new Option("--expect <head>", "fail unless the log holds the line of this head, and so all before it").argParser(
        parseHead,
      ),
    )
    .option("--json", "print one JSON object")
    .addHelpText("after", EXIT_CODES)
    .action((file: string, flags: VerifyFlags) => verify(context, file, flags));
  return command;
}

const EXIT_CODES = `
Exit code: 0 intact; 1 broken, or the expected head is not in it; 2 wrong usage; 3 there is no such log, or it cannot be
read.
`;

function parseHead(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new SandboxError("usage", `--expect takes a head, not ${JSON.stringify(text)}`, {
    hint: 'give the 64 digits that a run printed as "Audit head"',
  });
}

async function verify({ cwd, output, exitWith }: Context, file: string, flags: VerifyFlags): Promise<void> {
  const found = await verifyLog(resolve(cwd, file), flags.expect);
  const report: AuditReport = { ...found, file, expected: flags.expect };
  output.out(flags.json === true ? auditJson(report) : auditText(report));
  if (!isIntact(report)) exitWith(EXIT.findings);
}
