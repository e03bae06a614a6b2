import { parseArgs } from "node:util";
import { allFigures, folderFigures } from "./detection/folder-figures.ts";
import { LISTS, listing } from "./detection/listing.ts";
import { measureDetection } from "./detection/measure-detection.ts";
import { promises } from "./detection/promises.ts";
import { ruleFigures } from "./detection/rule-figures.ts";
import type { Result } from "./detection/scan-unit.ts";
import { folderTable, ruleTable } from "./detection/tables.ts";
import { isBroken, line } from "./figure.ts";

/**
 * How well the scanner tells malicious from benign: by data set, by rule, and against the promises.
 *
 *   node bench/detection.ts [--corpus=PATH] [--folder=NAME]... [--list=WHAT] [--json] [--check]
 */
const { values: options } = parseArgs({
  options: {
    corpus: { type: "string" },
    folder: { type: "string", multiple: true },
    list: { type: "string" },
    json: { type: "boolean" },
    check: { type: "boolean" },
  },
});
const results = await measureDetection({ corpus: options.corpus, folders: options.folder });
const figures = promises(results);
if (options.list !== undefined) printList(options.list);
else if (options.json === true)
  console.log(
    JSON.stringify({ folders: allFigures(results), rules: ruleFigures(results), promises: figures }, undefined, 2),
  );
else printTables();
if (options.check === true && figures.some(isBroken)) {
  console.error("a promise is broken");
  process.exitCode = 1;
}

function printList(what: string): void {
  const lines = listing(what, results);
  if (lines !== undefined) {
    console.log(lines.join("\n"));
    return;
  }
  console.error(
    Object.entries(LISTS)
      .map(([name, meaning]) => `--list=${name.padEnd(12)} ${meaning}`)
      .join("\n"),
  );
  process.exitCode = 2;
}

function printTables(): void {
  const labelled = results.filter(({ unit }: Result) => unit.technique !== "installed");
  console.log(folderTable([...allFigures(results), folderFigures("all labelled", labelled)]).join("\n"));
  console.log(`\n${ruleTable(ruleFigures(results)).join("\n")}\n`);
  for (const figure of figures) console.log(line(figure));
}
