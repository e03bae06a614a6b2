import { Command } from "commander";
import { type Diagnosis, diagnose } from "../doctor/doctor.ts";
import { doctorText } from "../report/doctor-text.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import type { Context } from "./context.ts";
import { EXIT } from "./exit-code.ts";
import { wantsColour } from "./output.ts";

interface DoctorFlags {
  readonly json?: boolean;
  readonly attack?: boolean;
}

export function doctorCommand(context: Context): Command {
  return new Command("doctor")
    .summary("say what this machine gives, by trying it")
    .description(
      "Tries what a guest process could do on this machine, and says of each promise whether it holds, with the fix " +
        "where it does not. With --attack it runs hostile components, which must be contained.",
    )
    .option("--attack", "run the portable attacks against this machine")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExit code: 0, 1 an attack was NOT contained, 4 nothing can be run here.\n")
    .action(async (flags: DoctorFlags) => {
      if (flags.attack !== true) return showDiagnosis(context, flags.json === true);
      const { showAttacks } = await import("./doctor-attack.ts");
      return showAttacks(context, flags.json === true);
    });
}

async function showDiagnosis({ installation, cwd, output, exitWith }: Context, json: boolean): Promise<void> {
  const diagnosis = await diagnose(installation, { cwd, environment: process.env });
  if (json) output.out(`${neutraliseJson(JSON.stringify(diagnosis))}\n`);
  else output.out(await pageOf(diagnosis, wantsColour(output)));
  if (diagnosis.missing.length > 0) exitWith(EXIT.missingBackend);
}

async function pageOf(diagnosis: Diagnosis, colour: boolean): Promise<string> {
  if (!colour) return doctorText(diagnosis);
  const { DOCTOR_PALETTE } = await import("./doctor-palette.ts");
  return doctorText(diagnosis, DOCTOR_PALETTE);
}
