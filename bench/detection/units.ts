import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export type Label = "malicious" | "benign" | "annotated";

/** One thing that gets one verdict: a skill, a package, or a file. */
export interface Unit {
  /** The data set that it belongs to. */
  readonly folder: string;
  /** Below that data set. */
  readonly name: string;
  readonly path: string;
  readonly label: Label;
  /** Where a finding is expected, each; `file` is undefined for a unit that is one file. */
  readonly lines: readonly Place[];
  /** Where none of medium or above may be. */
  readonly notLines: readonly Place[];
  readonly isFile: boolean;
  /** What whoever labelled it says about it. */
  readonly technique: string;
}

export interface Place {
  readonly file: string | undefined;
  readonly line: number;
}

/** What `labels.json` of a data set says of one unit. */
interface Item {
  readonly label: Label;
  readonly lines?: readonly (number | string)[];
  readonly not_lines?: readonly (number | string)[];
  readonly technique?: string;
}

/** The labelled units of a corpus: a folder of data sets with a `labels.json` each. */
export function corpusUnits(corpus: string): Unit[] {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .toSorted()
    .flatMap((folder) => unitsOf(corpus, folder));
}

function unitsOf(corpus: string, folder: string): Unit[] {
  const { items } = JSON.parse(readFileSync(join(corpus, folder, "labels.json"), "utf8"));
  return Object.entries<Item>(items).map(([name, item]) => unit(corpus, folder, name, item));
}

function unit(corpus: string, folder: string, name: string, item: Item): Unit {
  const path = join(corpus, folder, name);
  return {
    folder,
    name,
    path,
    label: item.label,
    lines: (item.lines ?? []).map(place),
    notLines: (item.not_lines ?? []).map(place),
    isFile: statSync(path).isFile(),
    technique: item.technique ?? "",
  };
}

/** `12`, or `scripts/run.py:12`. */
function place(written: number | string): Place {
  const [, file, line] = /^(?:(.*):)?(\d+)$/.exec(String(written)) ?? [];
  return { file, line: Number(line) };
}
