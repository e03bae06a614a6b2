import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsersAlone } from "./engine-build.ts";

/** What the parser says about a file: see Faults in lexer-faults.ts. */
export interface Facts {
  readonly steps: number;
  readonly nodes: number;
  readonly errors: number;
  readonly cutoffs: number;
  readonly cutoffLine: number;
  readonly skippedFrom: number;
  readonly disguised: number;
  readonly disguisedLine: number;
  readonly unnormalised: number;
  readonly unnormalisedLine: number;
  readonly errorLines: readonly number[];
  /** Of the instance's memory, which never shrinks. */
  readonly memoryBytes: number;
}

export interface TreeNode {
  readonly kind: string;
  readonly role: "a" | "b" | "list";
  readonly op: number;
  readonly line: number;
  readonly text: string;
  readonly name: string;
  readonly children: TreeNode[];
}

/** The parser alone. A trap throws WebAssembly.RuntimeError, and leaves a probe that must not be used again. */
export interface Probe {
  parse(source: string | Uint8Array): Facts;
  /** `line:callee:arguments` of every call. */
  calls(source: string | Uint8Array): string[];
  tree(source: string): TreeNode;
}

/** Makes probes of one parser, with a memory of their own. */
export async function probeMaker(language: "go" | "python" | "ruby" = "python"): Promise<() => Probe> {
  const module = await parsersAlone();
  return () => probeOf(new WebAssembly.Instance(module), language);
}

/** The languages that are read as islands, in the order of Dialect in assembly/islands/dialects.ts. */
export const DIALECTS = [
  ...["c#", "java", "kotlin", "scala", "groovy", "dart", "swift", "rust"],
  ...["c", "php", "perl", "lua", "vim script", "r", "julia", "applescript"],
];

/** Makes probes of the parser of islands, for a language of DIALECTS. */
export async function islandsProbeMaker(): Promise<(dialect: string) => Probe> {
  const module = await parsersAlone();
  return (dialect) => {
    const instance = new WebAssembly.Instance(module);
    (instance.exports["configureIslands"] as (number: number) => void)(DIALECTS.indexOf(dialect));
    return probeOf(instance, "islands");
  };
}

/** What the path of a file says of its syntax: see Syntax in parser-cursor.ts. */
export const SYNTAX = { js: 2, ts: 1, tsx: 3 } as const;

/** Makes probes of the JavaScript parser. */
export async function javascriptProbeMaker(): Promise<(syntax?: keyof typeof SYNTAX) => Probe> {
  const module = await parsersAlone();
  return (syntax = "js") => {
    const instance = new WebAssembly.Instance(module);
    (instance.exports["configure"] as (bits: number) => void)(SYNTAX[syntax]);
    return probeOf(instance, "javascript");
  };
}

type ProbeFunction = (address: number, length: number) => number;

/** What every probe exports beside its functions of a text. */
export interface ProbeMemory {
  readonly memory: WebAssembly.Memory;
  allocate(length: number): number;
  release(): void;
}

/** Calls one of a probe's functions with a text, and reads what it left before its memory is used again. */
export function callProbe<T>(
  { memory, allocate, release }: ProbeMemory,
  call: (address: number, length: number) => number,
  source: string | Uint8Array,
  read: (address: number) => T,
): T {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const address = allocate(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, address);
  const result = read(call(address, bytes.length));
  release();
  return result;
}

function probeOf(instance: WebAssembly.Instance, language: string): Probe {
  const memory = instance.exports as unknown as ProbeMemory;
  const run = <T>(name: "parse" | "calls" | "tree", source: string | Uint8Array, read: (address: number) => T): T =>
    callProbe(memory, instance.exports[`${name}_${language}`] as ProbeFunction, source, read);
  return {
    parse: (source) => run("parse", source, (address) => facts(memory.memory, address)),
    calls: (source) => run("calls", source, (address) => linesOf(memory.memory, address)),
    tree: (source) => run("tree", source, (address) => treeOf(linesOf(memory.memory, address), source)),
  };
}

function facts(memory: WebAssembly.Memory, address: number): Facts {
  const [steps = 0, nodes = 0, errors = 0, cutoffs = 0, cutoffLine = 0, skippedFrom = 0, ...rest] = new Int32Array(
    memory.buffer,
    address,
    16,
  );
  const [disguised = 0, disguisedLine = 0, unnormalised = 0, unnormalisedLine = 0, ...errorLines] = rest;
  const counts = {
    steps,
    nodes,
    errors,
    cutoffs,
    cutoffLine,
    skippedFrom,
    disguised,
    disguisedLine,
    unnormalised,
    unnormalisedLine,
  };
  return { ...counts, errorLines: errorLines.filter((line) => line !== 0), memoryBytes: memory.buffer.byteLength };
}

/** The text that the probe wrote, by lines. */
export function linesOf(memory: WebAssembly.Memory, address: number): string[] {
  const [start = 0, length = 0] = new Uint32Array(memory.buffer, address, 2);
  return new TextDecoder()
    .decode(new Uint8Array(memory.buffer, start, length))
    .split("\n")
    .slice(0, -1);
}

/** Lines of writeTree in probe-text.ts. */
export function treeOf(records: string[], source: string): TreeNode {
  const bytes = new TextEncoder().encode(source);
  const path: TreeNode[] = [];
  for (const record of records) {
    const [depth, role, kind, op, line, start, end, name = ""] = record.split("\t");
    const text = new TextDecoder().decode(bytes.subarray(Number(start), Number(end)));
    const node: TreeNode = {
      kind: kindNames[Number(kind)] ?? `kind ${kind}`,
      role: role === "a" || role === "b" ? role : "list",
      op: Number(op),
      line: Number(line),
      text,
      name,
      children: [],
    };
    path.length = Number(depth);
    path.at(-1)?.children.push(node);
    path.push(node);
  }
  const [root] = path;
  if (root === undefined) throw new Error("The probe wrote no tree");
  return root;
}

/** The members of enum N, in order: a const enum has no names at run time. */
const kindNames: readonly string[] = (() => {
  const source = readFileSync(join(import.meta.dirname, "../../components/skill-scanner/assembly/ast.ts"), "utf8");
  const body = /export const enum N \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
  return [...body.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").matchAll(/\w+/g)].map(([name]) => name);
})();

/** The tree on one line: `(Call (Attr (Name os) system) (Str))`; a node's name stands behind its children. */
export function shape(node: TreeNode): string {
  const parts = [node.kind, ...node.children.map(shape), ...(node.name === "" ? [] : [node.name])];
  return `(${parts.join(" ")})`;
}
