import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/**
 * One file per process, because a dynamic import inside a bundle costs nothing until it is used; `answer-to` is what a
 * guest process loads on the first run of a component.
 */
const PROCESSES = {
  start: "src/cli/start.ts",
  cli: "src/cli/entry.ts",
  guest: "src/guest/main.ts",
  prepare: "src/engine/prepare-main.ts",
  "answer-to": "src/engine/answer-to.ts",
  probe: "src/doctor/probe-main.ts",
  "scan-worker": "src/scan/worker-main.ts",
} as const;

/** Libraries that whoever needs them installs: nothing of them is shipped. */
const OPTIONAL = ["bullmq", "ioredis"] as const;

/** Libraries that few runs need: files of their own, so that the others do not read them. */
const RARE = ["acorn", "chalk", "ipaddr.js", "yaml"] as const;

/**
 * Bundles what the command line runs, and the public API. The command line is CommonJS, because a bundle of it starts
 * 7 ms faster than the same in ES modules (measured, Node 26).
 *
 * @param defines Build-time constants, as JavaScript source text.
 * @returns The files that went in, relative to the root.
 */
export async function bundle(
  root: string,
  outDir: string,
  defines: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node22",
    legalComments: "none",
    minify: true,
    keepNames: false,
    define: { VERSION: JSON.stringify(version), ...defines },
    logLevel: "warning",
    metafile: true,
  } satisfies BuildOptions;
  const cjs = {
    ...common,
    format: "cjs",
    external: [...OPTIONAL],
    // The command line is run from its code cache, by a script that knows `require` and no `import`.
    supported: { "dynamic-import": false },
  } satisfies BuildOptions;
  await removeCodeCaches(outDir);
  const results = await Promise.all([
    ...Object.entries(PROCESSES).map(([name, entry]) =>
      build({
        ...cjs,
        ...(name === "cli" ? WRAPPED : {}),
        plugins: [rareApart, lateBuiltIns],
        entryPoints: [entry],
        outfile: join(outDir, `${name}.cjs`),
      }),
    ),
    ...RARE.map((name) => build({ ...cjs, entryPoints: [name], outfile: vendored(outDir, name) })),
    build({
      ...common,
      format: "esm",
      banner: REQUIRE,
      entryPoints: ["src/index.ts"],
      outfile: join(outDir, "index.js"),
    }),
  ]);
  await copyFile(join(root, "src/isolation/launch.pl"), join(outDir, "launch.pl"));
  return results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
}

/** V8 compares a code cache with the length of its source only: one of an older bundle could be taken for this one's. */
async function removeCodeCaches(outDir: string): Promise<void> {
  const names = await readdir(outDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const caches = names.filter((name) => /^cli\..*\.cache$/.test(name));
  await Promise.all(caches.map((name) => rm(join(outDir, name))));
}

/** `src/cli/start.ts` compiles the command line itself, from its code cache. */
const WRAPPED = { banner: { js: "(function (exports, require, module) {" }, footer: { js: "})" } };

const rareApart: Plugin = {
  name: "rare-apart",
  setup({ onResolve }) {
    const filter = new RegExp(`^(${RARE.join("|")})$`);
    onResolve({ filter }, ({ path }) => ({ path: vendored(".", path), external: true }));
  },
};

/** Built-in modules that cost milliseconds to load, and that a run needs only after its guest process has started. */
const LATE = ["node:child_process", "node:crypto"] as const;

const lateBuiltIns: Plugin = {
  name: "late-built-ins",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: new RegExp(`^(${LATE.join("|")})$`) }, ({ path }) => ({ path, namespace: "late" }));
    onLoad({ filter: /.*/, namespace: "late" }, async ({ path }) => ({
      contents: lateModule(path, await import(path)),
    }));
  },
};

/** A module with the same exports, each fetched when it is used. */
function lateModule(name: string, module: object): string {
  const names = JSON.stringify(Object.keys(module).filter((key) => key !== "default"));
  const getter = `get: () => process.getBuiltinModule(${JSON.stringify(name)})[key]`;
  return `for (const key of ${names}) Object.defineProperty(exports, key, { enumerable: true, ${getter} });`;
}

function vendored(folder: string, name: string): string {
  return `${folder}/vendor/${name.replace(/\.js$/, "")}.cjs`;
}

/** CommonJS dependencies inside an ES module bundle still call `require` for what Node has built in. */
const REQUIRE = {
  js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
};
