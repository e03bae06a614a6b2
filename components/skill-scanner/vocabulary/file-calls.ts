import { GO_FILE_OPENERS, GO_FILE_WRITERS } from "./go-calls.ts";
import { ISLAND_FILE_READERS, ISLAND_FILE_WRITERS } from "./island-calls.ts";
import { RUBY_FILE_COPIERS, RUBY_FILE_OPENERS, RUBY_FILE_WRITERS } from "./ruby-calls.ts";

const PATH_OBJECTS = ["pathlib.Path()"];

/** Read a file whose name is the first argument, or the path that they are called on. */
export const FILE_OPENERS = [
  "builtins.open",
  "io.open",
  "codecs.open",
  "os.open",
  "aiofiles.open",
  "io.FileIO",
  "linecache.getlines",
  ...["readFileSync", "readFile", "promises.readFile", "createReadStream", "openSync", "open", "promises.open"].map(
    (name) => `js.fs.${name}`,
  ),
  "js.Deno.readTextFile",
  "js.Deno.readTextFileSync",
  "js.Deno.readFile",
  "js.Bun.file",
  ...GO_FILE_OPENERS,
  ...RUBY_FILE_OPENERS,
  ...ISLAND_FILE_READERS,
];

/** Write a file whose name is the first argument. */
export const FILE_WRITERS = [
  ...["writeFileSync", "writeFile", "promises.writeFile", "appendFileSync", "appendFile", "promises.appendFile"].map(
    (name) => `js.fs.${name}`,
  ),
  "js.fs.createWriteStream",
  "js.fs.outputFile",
  "js.fs.outputFileSync",
  "js.Deno.writeTextFile",
  "js.Deno.writeTextFileSync",
  "js.Bun.write",
  ...GO_FILE_WRITERS,
  ...RUBY_FILE_WRITERS,
  ...ISLAND_FILE_WRITERS,
];

export const PATH_READERS = PATH_OBJECTS.flatMap((path) => [`${path}.read_text`, `${path}.read_bytes`, `${path}.open`]);

export const PATH_WRITERS = PATH_OBJECTS.flatMap((path) => [
  `${path}.write_text`,
  `${path}.write_bytes`,
  `${path}.open`,
]);

/** Give what is in the file at a path. */
export const FILE_READERS = [
  ...FILE_OPENERS.filter((name) =>
    /^js\.|^go\..*\.(Open|ReadFile)$|^rb\..*\.(read|readlines|binread)$|^:code\.read$/.test(name),
  ),
  ...PATH_READERS.filter((name) => !name.endsWith(".open")),
].filter((name) => name !== "rb.DATA.read");

/** Take a file somewhere else. */
export const FILE_COPIERS = [
  "shutil.copy",
  "shutil.copy2",
  "shutil.copyfile",
  "shutil.copytree",
  "shutil.move",
  "shutil.make_archive",
  "os.rename",
  "os.replace",
  ...["copyFileSync", "copyFile", "promises.copyFile", "cpSync", "cp", "renameSync", "rename", "promises.rename"].map(
    (name) => `js.fs.${name}`,
  ),
  ...RUBY_FILE_COPIERS,
  "go.os.Rename",
  ":code.copy",
];
