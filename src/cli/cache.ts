import { Command } from "commander";
import { clearCache } from "../engine/cache/clear.ts";
import { listCache } from "../engine/cache/list.ts";
import { cacheJson } from "../report/cache-json.ts";
import { cacheReport, clearedReport } from "../report/cache-text.ts";
import type { Context } from "./context.ts";

export function cacheCommand({ installation: { cacheDir }, output }: Context): Command {
  const command = new Command("cache")
    .summary("list or empty the cache of prepared components")
    .description("Shows or empties the cache of prepared components. Whatever is removed is made again when needed.");
  command
    .command("ls")
    .summary("list the prepared components, last used first")
    .description("Lists the prepared components: last use, size, kind and the sha256 of the component.")
    .option("--json", "print one JSON object")
    .action(({ json }: { json?: boolean }) => {
      const entries = listCache(cacheDir);
      output.out(json === true ? cacheJson(cacheDir, entries) : cacheReport(cacheDir, entries));
    });
  command
    .command("clear")
    .summary("remove every prepared component")
    .description("Removes what wasm-sandbox keeps in its cache folder, and nothing else that may be there.")
    .action(() => output.out(clearedReport(cacheDir, clearCache(cacheDir))));
  command
    .command("dir")
    .summary("print the path of the cache folder")
    .description("Prints the path of the cache folder, which need not exist yet.")
    .action(() => output.out(`${cacheDir}\n`));
  return command;
}
