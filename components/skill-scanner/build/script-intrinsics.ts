/** Functions that run JavaScript which they are given as text, as their first argument. */
export const SCRIPT_RUNNERS = [
  "js.eval",
  "js.execScript",
  "js.setTimeout",
  "js.setInterval",
  "js.setImmediate",
  "js.vm.runInThisContext",
  "js.vm.runInNewContext",
  "js.vm.runInContext",
  "js.vm.compileFunction",
  "js.vm.Script",
  "js.vm.SourceTextModule",
  "js.module()._compile",
  "js.module._compile",
];

/** Callables of JavaScript whose result the engine works out. The key is the engine's word for them. */
export const SCRIPT_INTRINSICS = {
  scriptRequire: [
    "js.require",
    "js.import",
    "js.module.require",
    "js.module._load",
    "js.module.createRequire()",
    "js.process.mainModule.require",
    "js.process.getBuiltinModule",
    "js.process.binding",
  ],
  atob: ["js.atob", "js.atob.default"],
  bufferFrom: ["js.Buffer.from", "js.Buffer"],
  encodedBuffer: ["js.Buffer.fromEncoded"],
  percent: ["js.unescape", "js.decodeURIComponent", "js.decodeURI", "js.querystring.unescape"],
  charCodes: ["js.String.fromCharCode", "js.String.fromCodePoint"],
  parseNumber: ["js.parseInt", "js.Number.parseInt", "js.Number"],
  rawText: ["js.String.raw"],
  identity: [
    "js.util.promisify",
    "js.util.callbackify",
    "js.Promise.resolve",
    "js.Promise.all",
    "js.Promise.race",
    "js.Promise.any",
    "js.Promise.allSettled",
    "js.Object.freeze",
    "js.Object.seal",
    "js.Object.getPrototypeOf",
    "js.Reflect.getPrototypeOf",
    "js.structuredClone",
  ],
  asString: ["js.String", "js.TextDecoder().decode", "js.TextEncoder().encode", "js.Object"],
  arrayFrom: ["js.Array.from", "js.Array.of"],
  reflectGet: ["js.Reflect.get"],
  descriptor: ["js.Object.getOwnPropertyDescriptor", "js.Reflect.getOwnPropertyDescriptor"],
  reflectApply: ["js.Reflect.apply", "js.Reflect.construct"],
  newFunction: ["js.Function"],
  homeText: ["js.os.homedir", "go.os.UserHomeDir", "rb.Dir.home"],
  ownNames: ["js.Object.keys", "js.Object.getOwnPropertyNames", "js.Reflect.ownKeys"],
  ownEntries: ["js.Object.entries"],
} satisfies Record<string, readonly string[]>;

/** What they return holds what they were given. */
export const SCRIPT_PASSES = [
  ...["stringify", "parse"].flatMap((name) => [`js.JSON.${name}`, `js.querystring.${name}`, `js.qs.${name}`]),
  ...["values", "assign", "fromEntries"].map((name) => `js.Object.${name}`),
  ...["encodeURIComponent", "encodeURI", "escape", "btoa"].map((name) => `js.${name}`),
  ...["URL", "URLSearchParams", "Blob", "File", "FormData", "Request", "Headers", "Map", "Set", "Array", "Error"].map(
    (name) => `js.${name}`,
  ),
  ...[
    "pick",
    "pickBy",
    "omit",
    "omitBy",
    "clone",
    "cloneDeep",
    "merge",
    "mapValues",
    "mapKeys",
    "toPairs",
    "defaults",
  ].flatMap((name) => [`js.lodash.${name}`, `js.underscore.${name}`]),
  ...["gzipSync", "deflateSync", "brotliCompressSync"].map((name) => `js.zlib.${name}`),
  "js.Buffer.concat",
  "js.Buffer.alloc",
  "js.util.inspect",
  "js.util.format",
  "js.yaml.dump",
  "js.js-yaml.dump",
];

/** What they return says nothing about what they were given. */
export const SCRIPT_OPAQUE = [
  ...["log", "error", "warn", "info", "debug", "table", "trace"].map((name) => `js.console.${name}`),
  ...["existsSync", "exists", "access", "accessSync", "stat", "statSync"].map((name) => `js.fs.${name}`),
  "js.child_process.fork",
  ...["compile", "instantiate", "instantiateStreaming", "Module", "Instance", "validate"].map(
    (name) => `js.WebAssembly.${name}`,
  ),
  "js.Array.isArray",
  "js.Boolean",
  "js.isNaN",
];

const NAMED_ALIKE = [
  ...["call", "apply", "bind", "then", "constructor", "prototype", "length", "on"],
  ...["map", "forEach", "filter", "flatMap", "find", "some", "every", "reduce", "sort", "reverse", "join", "push"],
  ...["unshift", "pop", "shift", "flat", "values", "concat", "slice", "at", "split", "replace", "replaceAll"],
  ...["substring", "substr", "charAt", "charCodeAt", "codePointAt", "repeat", "padStart", "padEnd", "toLowerCase"],
  ...["toUpperCase", "trim", "trimStart", "trimEnd", "toString", "valueOf", "normalize"],
];

/** A window of a program that is made with Electron: nothing else has such a member, whatever it is taken from. */
export const WINDOW_CONTENTS = "js.electron.BrowserWindow().webContents";

/** Methods of JavaScript's own objects that the engine knows. The key is the engine's word, the value the method's name. */
export const SCRIPT_METHODS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAMED_ALIKE.map((name) => [name, name])),
  onCatch: "catch",
  onFinally: "finally",
  windowContents: "webContents",
};
