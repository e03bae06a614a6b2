import { ISLAND_MEMBERS, ISLAND_METHODS_OF_ANY, ISLAND_NAMES } from "../vocabulary/island-calls.ts";

/** Methods that are known by their names alone. */
const ISLAND_ANY = ":code.:any";

/** Folders of names of which only what is in them matters. */
const RUST_MODULES = {
  ":rs.std": ":rs",
  ":rs.process": ":rs",
  ":rs.tokio": ":rs",
  ":rs.path": ":rs",
  ":rs.net": ":rs",
};

/** Other names of the same thing: modules that others are made of, and what Python 2 called them. */
const SAME = {
  posix: "os",
  nt: "os",
  __builtin__: "builtins",
  __builtins__: "builtins",
  _pickle: "pickle",
  cPickle: "pickle",
  _socket: "socket",
  _ctypes: "ctypes",
  posixpath: "os.path",
  ntpath: "os.path",
  // without an import, in a fragment of code
  Path: "pathlib.Path",
  Popen: "subprocess.Popen",
  check_output: "subprocess.check_output",
  check_call: "subprocess.check_call",
  b64decode: "base64.b64decode",
  urlopen: "urllib.request.urlopen",
  urlretrieve: "urllib.request.urlretrieve",
  getenv: "os.getenv",
  gethostname: "socket.gethostname",
  getuser: "getpass.getuser",
  Fernet: "cryptography.fernet.Fernet",
  setup: "setuptools.setup",
  install: "setuptools.command.install.install",
  develop: "setuptools.command.develop.develop",
  egg_info: "setuptools.command.egg_info.egg_info",
} as const;

/** Modules that many others import, so that `tempfile._os.system` is `os.system`. */
const REACHED_THROUGH_MODULES = {
  os: "os",
  _os: "os",
  sys: "sys",
  _sys: "sys",
  builtins: "builtins",
  subprocess: "subprocess",
};

/** The global object of JavaScript by its other names, in itself. */
const SCRIPT_GLOBALS = ["globalThis", "window", "global", "self", "top", "frames", "parent"];
/** Other names of the same thing in Node. */
const SAME_IN_SCRIPTS: Readonly<Record<string, string>> = {
  "js.buffer.Buffer": "js.Buffer",
  "js.process.process": "js.process",
  "js.module.Module": "js.module",
  "js.module.constructor": "js.module",
  "js.process.mainModule.constructor": "js.module",
  "js.require.main": "js.module",
  "js.fs-extra": "js.fs",
  "js.graceful-fs": "js.fs",
  "js.node-fetch": "js.fetch",
  "js.cross-fetch": "js.fetch",
  "js.undici.fetch": "js.fetch",
  "js.isomorphic-fetch": "js.fetch",
  "js.cross-spawn": "js.child_process.spawn",
  // without an import, in a fragment of code
  ...Object.fromEntries(
    ["readFileSync", "writeFileSync", "appendFileSync"].map((name) => [`js.${name}`, `js.fs.${name}`]),
  ),
  ...Object.fromEntries(
    ["execSync", "execFileSync", "spawnSync", "spawn"].map((name) => [`js.${name}`, `js.child_process.${name}`]),
  ),
  "js.Object.constructor": "js.Function",
  "js.Function.constructor": "js.Function",
  "js.Function().constructor": "js.Function",
  "js.String.constructor": "js.Function",
  "js.Array.constructor": "js.Function",
};

/** Other names of the same thing in Ruby: the methods of Kernel are every object's. */
const SAME_IN_RUBY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["Kernel", "Object", "self", "TOPLEVEL_BINDING", "binding()", "Object.new()", "Class"].map((name) => [
      `rb.${name}`,
      "rb",
    ]),
  ),
  "rb.Process.spawn": "rb.spawn",
  "rb.Process.exec": "rb.exec",
  "rb.OpenURI.open_uri": "rb.URI.open",
  "rb.$stdin": "rb.STDIN",
  "rb.Zlib.Inflate.inflate": "rb.Zlib.inflate",
};

/** Names of the languages that are read as islands, and what they stand for. */
function islandAliases(): [alias: string, canonical: string][] {
  const named = Object.entries(ISLAND_NAMES).flatMap(([language, tables]) =>
    tables.flatMap((table) => aliasesBelow(language, table)),
  );
  return [...named, ...aliasesBelow(ISLAND_ANY, ISLAND_METHODS_OF_ANY), ...Object.entries(ISLAND_MEMBERS)];
}

function aliasesBelow(owner: string, table: Readonly<Record<string, string>>): [alias: string, canonical: string][] {
  return Object.entries(table).flatMap(([canonical, names]) =>
    names.split(" ").map((name): [string, string] => [`${owner}.${name}`, canonical]),
  );
}

/** Any module that no rule names. */
export const OTHER_MODULE = "?";

/** All names that the rules speak of, as a tree: `socket.socket().connect` is socket, socket, (), connect. Node 0 is its root. */
export class NameTree {
  /** Index 0 stands for no name. */
  readonly names: string[] = [""];
  /** `parents[node]` and `lastNames[node]`; an alias leads to the node of what it is an alias of. */
  readonly edges: { from: number; name: number; to: number }[] = [];
  #nodes = 1;
  readonly #nameIds = new Map<string, number>();
  readonly #children = new Map<string, number>();

  constructor() {
    for (const [alias, canonical] of Object.entries(SAME)) this.#link(0, alias, this.node(canonical));
    const other = this.node(OTHER_MODULE);
    for (const [name, canonical] of Object.entries(REACHED_THROUGH_MODULES))
      this.#link(other, name, this.node(canonical));
    const script = this.node("js");
    for (const name of SCRIPT_GLOBALS) this.#link(script, name, script);
    for (const [alias, canonical] of Object.entries({ ...SAME_IN_SCRIPTS, ...SAME_IN_RUBY }))
      this.#alias(alias, this.node(canonical));
    for (const [alias, canonical] of islandAliases()) this.#alias(alias, this.node(canonical));
    for (const [name, module] of Object.entries(RUST_MODULES)) this.#alias(name, this.node(module));
  }

  get size(): number {
    return this.#nodes;
  }

  name(text: string): number {
    const known = this.#nameIds.get(text);
    if (known !== undefined) return known;
    this.#nameIds.set(text, this.names.length);
    return this.names.push(text) - 1;
  }

  /** The node of a canonical path; made when it is new. */
  node(path: string): number {
    return segmentsOf(path).reduce((from, segment) => this.#child(from, segment), 0);
  }

  #alias(path: string, to: number): void {
    const segments = segmentsOf(path);
    const last = segments.pop() ?? "";
    const from = segments.reduce((node, segment) => this.#child(node, segment), 0);
    if (!this.#children.has(`${from} ${last}`)) this.#link(from, last, to);
  }

  #child(from: number, segment: string): number {
    return this.#children.get(`${from} ${segment}`) ?? this.#link(from, segment, this.#nodes++);
  }

  #link(from: number, segment: string, to: number): number {
    this.#children.set(`${from} ${segment}`, to);
    this.edges.push({ from, name: this.name(segment), to });
    return to;
  }
}

/** `open().read` is builtins.open, (), read in the rules' own notation: `builtins.open().read`. */
function segmentsOf(path: string): string[] {
  const segments = path.match(/\(\)|\[\]=?|[^.()[\]]+/g);
  if (segments === null || segments.join("") !== path.replaceAll(".", ""))
    throw new Error(`"${path}" is not a canonical name`);
  return segments;
}
