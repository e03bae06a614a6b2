import { Command } from "commander";
import { inspectReport } from "../report/inspect-text.ts";
import { neutraliseJson } from "../report/neutralise.ts";
import type { Context } from "./context.ts";

export function inspectCommand(context: Context): Command {
  return new Command("inspect")
    .summary("show what a component is and what it would ask for")
    .description(
      "Shows digest, kind, size, imports, exports and the capabilities a component would ask for. Runs nothing.",
    )
    .argument("<component>", "a .wasm file")
    .option("--json", "print one JSON object")
    .action(async (component: string, { json }: { json?: boolean }) => {
      const { inspect } = await import("../inspect.ts");
      const found = inspect(component);
      context.output.out(json === true ? `${neutraliseJson(JSON.stringify(found))}\n` : inspectReport(found));
    });
}
