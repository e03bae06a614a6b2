/** What a file is, as far as the scanner cares. Only `python` is analysed. */
export type FileKind =
  | "python"
  | "javascript"
  | "shell"
  | "markdown"
  | "notebook"
  | "python bytecode"
  | "webassembly"
  | "other";

/** Bytes of a file's head that are enough to tell. */
export const HEAD_BYTES = 256;

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  py: "python",
  pyw: "python",
  js: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  jsx: "javascript",
  ts: "javascript",
  mts: "javascript",
  cts: "javascript",
  tsx: "javascript",
  sh: "shell",
  bash: "shell",
  zsh: "shell",
  fish: "shell",
  ps1: "shell",
  bat: "shell",
  md: "markdown",
  mdx: "markdown",
  ipynb: "notebook",
  pyc: "python bytecode",
  wasm: "webassembly",
};

const INTERPRETERS: readonly (readonly [FileKind, RegExp])[] = [
  ["python", /\b(?:python|pypy|uv run|uvx|pipx)/i],
  ["javascript", /\b(?:node|deno|bun|tsx)\b/],
  ["shell", /\b(?:ba|z|da|k|fi)?sh\b/],
];

/** True when the name alone says Python. */
export function isPythonName(name: string): boolean {
  return BY_EXTENSION[extension(name)] === "python";
}

/** By the name for Python, then by what the first bytes make of the file, then by the name. */
export function kindOf(name: string, head: Uint8Array): FileKind {
  if (isPythonName(name)) return "python";
  return byHead(Buffer.from(head).toString("latin1")) ?? BY_EXTENSION[extension(name)] ?? "other";
}

function byHead(head: string): FileKind | undefined {
  if (head.startsWith("\0asm")) return "webassembly";
  if (!head.startsWith("#!")) return undefined;
  const line = head.split("\n", 1)[0] ?? "";
  return INTERPRETERS.find(([, pattern]) => pattern.test(line))?.[0];
}

function extension(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
