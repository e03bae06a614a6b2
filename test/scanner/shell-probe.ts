import { parsersAlone } from "./engine-build.ts";
import { callProbe, linesOf, type ProbeMemory, type TreeNode, treeOf } from "./parser-probe.ts";

/** What the shell parser says about a script: see Faults in lexer-faults.ts. */
export interface ShellFacts {
  readonly steps: number;
  readonly nodes: number;
  readonly errors: number;
  readonly cutoffs: number;
  readonly skippedFrom: number;
  readonly errorLine: number;
  /** The line on which reading ended. */
  readonly lastLine: number;
  /** Of the instance's memory, which never shrinks. */
  readonly memoryBytes: number;
}

/** The shell parser alone, or that of PowerShell or of batch files, which are built like it. A trap throws WebAssembly.RuntimeError, and leaves a probe that must not be used again. */
export interface ShellProbe {
  parse(source: string | Uint8Array): ShellFacts;
  /** The statements of a script, one text each: see `written`. */
  tree(source: string): string[];
}

interface Exports extends ProbeMemory {
  parse_shell(address: number, length: number): number;
  tree_shell(address: number, length: number): number;
  parse_batch(address: number, length: number): number;
  tree_batch(address: number, length: number): number;
  parse_powershell(address: number, length: number): number;
  tree_powershell(address: number, length: number): number;
}

type Language = "shell" | "powershell" | "batch";

/** Makes probes with a memory of their own. */
export async function shellProbeMaker(language: Language = "shell"): Promise<() => ShellProbe> {
  const module = await parsersAlone();
  return () => probeOf(new WebAssembly.Instance(module).exports as unknown as Exports, language);
}

function probeOf(exports: Exports, language: Language): ShellProbe {
  const run = <T>(name: "parse" | "tree", source: string | Uint8Array, read: (address: number) => T): T =>
    callProbe(exports, exports[`${name}_${language}`], source, read);
  return {
    parse: (source) => run("parse", source, (address) => facts(exports.memory, address)),
    tree: (source) =>
      run("tree", source, (address) => treeOf(linesOf(exports.memory, address), source).children.map(written)),
  };
}

function facts(memory: WebAssembly.Memory, address: number): ShellFacts {
  const [steps = 0, nodes = 0, errors = 0, cutoffs = 0, skippedFrom = 0, errorLine = 0, lastLine = 0] = new Int32Array(
    memory.buffer,
    address,
    7,
  );
  return { steps, nodes, errors, cutoffs, skippedFrom, errorLine, lastLine, memoryBytes: memory.buffer.byteLength };
}

/** Flags of FStr and Str, and the `op` of a command's Name: see shell/reader.ts. */
const SPLIT = 256;
const RAW = 1;
const COMMAND = 1;

/**
 * A node as text: `cat("x", stdin=ls())` for commands, `$x` for variables, `"ab"` for texts, `<a + b>` for words put
 * together (`<<a + b>>` when blanks in their value part words), `{…}` for blocks, and the kind's name for the rest.
 */
function written(node: TreeNode): string {
  const parts = node.children.map((child) => ({ role: child.role, text: written(child) }));
  const of = (role: TreeNode["role"]) => parts.filter((part) => part.role === role).map(({ text }) => text);
  const list = of("list");
  switch (node.kind) {
    case "Str":
      return node.op & RAW ? JSON.stringify(node.text) : `$'${node.text}'`;
    case "Num":
      return node.text;
    case "Name":
      return node.op === COMMAND ? node.name : `$${node.name}`;
    case "FStr":
      return node.op & SPLIT ? `<<${list.join(" + ")}>>` : `<${list.join(" + ")}>`;
    case "Call":
      return `${of("a").join()}(${list.join(", ")})`;
    case "Keyword":
      return `${node.name}=${of("a").join()}`;
    case "ExprStmt":
      return of("a").join();
    case "Block":
      return `{${list.join("; ")}}`;
    case "Assign":
      return list.join(" = ");
    case "FuncDef":
      return `${node.name}() ${of("b").join()}`;
    default:
      return `${node.kind}(${parts.map(({ text }) => text).join(", ")})`;
  }
}
