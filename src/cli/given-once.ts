import type { Command, Option } from "commander";
import { SandboxError } from "../errors.ts";

/**
 * Refuses what a command line says of one option twice, where commander would silently take the last, and an empty
 * name of a file, which would be the current folder. Options that collect their values may come as often as they like.
 */
export function checkOptionValues(command: Command): void {
  for (const option of command.options) if (option.required) checkOption(command, option);
  for (const below of command.commands) checkOptionValues(below);
}

function checkOption(command: Command, option: Option): void {
  let before: string | undefined;
  command.on(`option:${option.name()}`, (value: string) => {
    if (value === "" && NAMES_SOMETHING.test(option.flags)) refuseEmpty(option);
    if (Array.isArray(command.getOptionValue(option.attributeName()))) return;
    if (before !== undefined) refuseTwice(option, before, value);
    before = value;
  });
}

const NAMES_SOMETHING = /<(?:file|path|host)>$/;

function refuseEmpty({ long, flags }: Option): never {
  throw new SandboxError("usage", `${long} has an empty value`, { hint: `write ${flags.replace(" ", "=")}` });
}

function refuseTwice({ long }: Option, before: string, value: string): never {
  throw new SandboxError("usage", `${long} is given twice: '${before}' and '${value}'`, { hint: "drop one of them" });
}
