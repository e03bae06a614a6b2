import { Command } from "commander";

/**
 * Gives a command that has others below it, and each of those, a `help` that ends well: Commander's own ends with the
 * number of wrong usage once `process.exitCode` is set, and knows one name only.
 */
export function addHelpCommands(command: Command): void {
  if (command.commands.length === 0) return;
  for (const below of command.commands) addHelpCommands(below);
  command.helpCommand(false).addCommand(helpCommand(command));
}

function helpCommand(command: Command): Command {
  return new Command("help")
    .argument("[command...]")
    .summary("show the help of a command")
    .description("Shows the help of a command, or of all.")
    .action((names: readonly string[]) => names.reduce(commandBelow, command).outputHelp());
}

function commandBelow(command: Command, name: string): Command {
  const found = command.commands.find((below) => below.name() === name);
  return found ?? command.error(`error: unknown command '${name}'`, { code: "commander.unknownCommand" });
}
