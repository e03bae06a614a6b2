import type { Section, Text } from "./content.ts";

interface Cell {
  readonly type: string;
  readonly source: string;
  readonly outputs: string;
  /** From 1. */
  readonly number: number;
}

/**
 * The texts of a notebook. Its code cells are one program, because they share their variables; what is not in its
 * language, a `%%bash` cell, stands alone. Undefined when this is no notebook.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function notebookTexts(path: string, bytes: Uint8Array): Text[] | undefined {
  const notebook = parse(bytes);
  if (!isRecord(notebook)) return undefined;
  const cells = cellsOf(notebook);
  if (cells === undefined) return undefined;
  const extension = extensionOf(notebook["metadata"]);
  const program = new Program(`${path}!/code.${extension}`);
  const texts = cells.flatMap(
    (cell) => apart(path, cell) ?? program.add(`${path}!/cell-${cell.number}.${extension}`, cell),
  );
  const outputs = cells
    .filter((cell) => cell.outputs !== "")
    .map((cell) => text(`${path}!/cell-${cell.number}-output.txt`, cell.outputs));
  return [...program.texts(), ...texts, ...outputs];
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8").decode(bytes));
  } catch {
    return undefined; // then it is scanned as the text that it is
  }
}

function cellsOf(notebook: Record<string, unknown>): Cell[] | undefined {
  const given = notebook["cells"] ?? firstSheet(notebook["worksheets"]);
  return Array.isArray(given) ? given.map((cell, index) => cellOf(cell, index + 1)) : undefined;
}

/** Before format 4. */
function firstSheet(worksheets: unknown): unknown {
  const [sheet] = Array.isArray(worksheets) ? worksheets : [];
  return isRecord(sheet) ? sheet["cells"] : undefined;
}

function cellOf(cell: unknown, number: number): Cell {
  const fields = isRecord(cell) ? cell : {};
  const outputs = Array.isArray(fields["outputs"]) ? fields["outputs"].map(outputText) : [];
  return {
    type: String(fields["cell_type"]),
    source: joined(fields["source"] ?? fields["input"]),
    outputs: outputs.filter((output) => output !== "").join("\n"),
    number,
  };
}

/** A text, or a list of its lines. */
function joined(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((line) => typeof line === "string").join("") : "";
}

function outputText(output: unknown): string {
  if (!isRecord(output)) return "";
  const data = isRecord(output["data"]) ? output["data"] : {};
  return [output["text"], data["text/plain"], data["text/markdown"], data["text/html"]].map(joined).join("");
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  javascript: "js",
  typescript: "ts",
  deno: "ts",
  bash: "sh",
  sh: "sh",
  shell: "sh",
};

function extensionOf(metadata: unknown): string {
  const fields = isRecord(metadata) ? metadata : {};
  const named = [fields["language_info"], fields["kernelspec"]].map((each) =>
    isRecord(each) ? each["name"] : undefined,
  );
  const known = named
    .map((name) => EXTENSIONS[String(name).toLowerCase()])
    .find((extension) => extension !== undefined);
  return known ?? "py";
}

const CELL_MAGICS: Readonly<Record<string, string>> = {
  bash: "sh",
  sh: "sh",
  script: "sh",
  system: "sh",
  "!": "sh",
  javascript: "js",
  js: "js",
  html: "html",
  svg: "svg",
};

/** The text of a cell that is no part of the notebook's program. */
function apart(path: string, { type, source, number }: Cell): Text | undefined {
  if (type !== "code") return text(`${path}!/cell-${number}.${type === "markdown" ? "md" : "txt"}`, source);
  const [, magic = ""] = /^\s*%%([a-z]+|!)/.exec(source) ?? [];
  const extension = CELL_MAGICS[magic];
  // The line stays, empty, so that the numbers of those below it do.
  return extension === undefined
    ? undefined
    : text(`${path}!/cell-${number}.${extension}`, source.replace(/^\s*%%.*/, ""));
}

/** The code cells, one below the other. */
class Program {
  readonly #path: string;
  readonly #lines: string[] = [];
  readonly #sections: Section[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  add(path: string, { source }: Cell): [] {
    this.#sections.push({ first: this.#lines.length + 1, path });
    this.#lines.push(
      ...source.split(/\r\n|\r|\n/).map((line) => (this.#path.endsWith(".py") ? plainPython(line) : line)),
    );
    return [];
  }

  texts(): Text[] {
    if (this.#lines.length === 0) return [];
    return [{ ...text(this.#path, this.#lines.join("\n")), sections: this.#sections }];
  }
}

const SHELL = /^!!?|^%(?:sx|system)\s/;
const ASSIGNED_SHELL = /^[a-z_]\w*(?:, ?[a-z_]\w*)*\s*=\s*!/i;
const INSTALL = /^%(?:pip|conda|mamba|uv)\s/;
const MAGIC = /^%%?[a-z]/;

/** As IPython itself translates it: https://ipython.readthedocs.io/en/stable/config/inputtransforms.html */
function plainPython(line: string): string {
  const body = line.trimStart();
  const indent = line.slice(0, line.length - body.length);
  const [prefix] = SHELL.exec(body) ?? [];
  if (prefix !== undefined) return `${indent}${system(body.slice(prefix.length))}`;
  const [assigned] = ASSIGNED_SHELL.exec(body) ?? [];
  if (assigned !== undefined) return `${indent}${assigned.slice(0, -1)}${system(body.slice(assigned.length))}`;
  if (INSTALL.test(body)) return `${indent}${system(body.slice(1))}`;
  return MAGIC.test(body) ? `${indent}pass` : line;
}

function system(command: string): string {
  return `get_ipython().system(${JSON.stringify(command)})`;
}

function text(path: string, content: string): Text {
  return { kind: "text", path, bytes: Buffer.from(content, "utf8"), isUtf8: true };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
