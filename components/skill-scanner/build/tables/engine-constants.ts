import {
  BLIND_COPY,
  COMPARED_ANSWER,
  ENGINE_EVENTS,
  RETURNED_VALUE,
  SETTINGS,
  SHIPPED_FILE,
  WRITTEN_FILE,
} from "../../match.ts";
import { ISLAND_NAMES } from "../../vocabulary/island-calls.ts";
import { type CompiledRules, EVENT } from "../compile-rules.ts";
import { TEST, VALUE } from "../conditions.ts";
import { INTRINSICS } from "../intrinsics.ts";
import { ISLAND_METHODS } from "../island-intrinsics.ts";
import { METHODS } from "../methods.ts";
import { OTHER_MODULE } from "../name-tree.ts";
import { RUBY_METHODS } from "../ruby-intrinsics.ts";
import { SCRIPT_METHODS, WINDOW_CONTENTS } from "../script-intrinsics.ts";
import { LABEL_EFFECT, LINE_EFFECT, WAITS } from "./effects.ts";
import { bits, constant, data, enumeration, screaming } from "./source-text.ts";

/** Nodes and segments of the name tree that the engine itself asks for. */
const NODES = {
  BUILTINS: "builtins",
  OTHER_MODULE,
  MODULES: "sys.modules",
  MODULE_NAME: "builtins.__name__",
  PATH_OBJECT: "pathlib.Path()",
  NUMBER_OBJECT: "builtins.int()",
  TEXT_OBJECT: "builtins.str()",
  PYTHON_PROGRAM: "sys.executable",
  NODE_PROGRAM: "js.process.execPath",
  REDUCED: "pickle.:reduced",
  RETURNED: RETURNED_VALUE,
  COMPARED_ANSWER,
  BLIND_COPY,
  SETTINGS,
  ANCHORS: `${SETTINGS}.anywhere`,
  SHIPPED_FILE,
  WRITTEN_FILE,
  SHELL: "sh",
  SHELL_COMPUTED: "sh.:computed",
  SHELL_RUN_INPUT: "sh.:run-input",
  SHELL_RUN_FILE: "sh.:run-file",
  SHELL_RUN_TEXT: "sh.:run-text",
  SHELL_SHOWN_CODE: "sh.:shown-code",
  SHELL_WINDOWS_LINE: "sh.:windows-line",
  SHELL_SHOWN_TEXT: "sh.:shown-text",
  SHELL_WINDOWS_TEXT: "sh.:windows-text",
  SHELL_VARIABLE: "sh.environ.[]",
  SHELL_VARIABLE_SET: "sh.environ.[]=",
  SCRIPT: "js",
  SCRIPT_CAUGHT: "js.:caught",
  SCRIPT_FUNCTION: "js.Function",
  SCRIPT_SOME_FUNCTION: "js.Function()",
  SCRIPT_OBJECT: "js.Object",
  SCRIPT_STRING: "js.String",
  SCRIPT_ARRAY: "js.Array",
  SCRIPT_ENCODED_BUFFER: "js.Buffer.fromEncoded",
  SCRIPT_WINDOW_CONTENTS: WINDOW_CONTENTS,
  GO: "go",
  GO_COMMAND_CONTEXT: "go.os/exec.CommandContext",
  CODE_ANY: ":code.:any",
  CODE_ASSERT: ":code.assert",
  CODE_SHELL: ":code.shell",
  CODE_WORDS: ":code.words",
  CODE_PROGRAM: ":code.program",
  CODE_EXEC: ":code.exec",
  CODE_READ: ":code.read",
  CODE_WRITE: ":code.write",
  CODE_OPENS: ":code.opens",
  OPEN: "builtins.open",
  GETENV: "os.getenv",
  REQUESTS_GET: "requests.get",
  REQUESTS_POST: "requests.post",
  RUBY: "rb",
  RUBY_ANY: "rb.:any",
  RUBY_BACKTICK: "rb.:backtick",
  RUBY_OPEN: "rb.open",
  RUBY_POPEN: "rb.IO.popen",
  RUBY_REDIRECTED: "rb.:redirected",
  RUBY_URI_OPEN: "rb.URI.open",
  RUBY_WORDS: "rb.:words",
} as const;
const SEGMENTS = {
  CALL: "()",
  ITEM: "[]",
  ITEM_SET: "[]=",
  ANY_SETTING: "*",
  STDIN: "stdin",
  NAME: "name",
  GO_WRITE: "Write",
} as const;

/** What engine and tables have to agree on by name. */
export function engineConstants(compiled: CompiledRules): string[] {
  const { rules, engineRules, tree } = compiled;
  return [
    constant("LABEL_EFFECT", LABEL_EFFECT),
    constant("LINE_EFFECT", LINE_EFFECT),
    enumeration("Event", EVENT),
    enumeration("Waits", WAITS),
    enumeration("Test", TEST),
    enumeration("ValueTest", VALUE),
    enumeration("Intrinsic", numbered(["none", ...Object.keys(INTRINSICS)])),
    enumeration("Method", numbered(["none", ...Object.keys(METHODS)])),
    enumeration("IslandMethod", numbered(["none", ...Object.keys(ISLAND_METHODS)])),
    data(
      "ISLAND_ROOTS",
      "u16",
      Object.keys(ISLAND_NAMES).map((root) => tree.node(root)),
    ),
    enumeration("RubyMethod", numbered(["none", ...Object.keys(RUBY_METHODS)])),
    enumeration("ScriptMethod", numbered(["none", ...Object.keys(SCRIPT_METHODS)])),
    ...labelConstants(compiled),
    constant(
      "YIELDING_RULE",
      rules.findIndex(({ yieldsTo }) => yieldsTo !== undefined),
    ),
    ...ENGINE_EVENTS.map((event) => constant(`RULE_${screaming(event)}`, engineRules.get(event) ?? 0)),
    ...Object.entries(NODES).map(([name, path]) => constant(`NODE_${name}`, tree.node(path))),
    ...Object.entries(SEGMENTS).map(([name, text]) => constant(`NAME_${name}`, tree.name(text))),
  ];
}

function labelConstants(compiled: CompiledRules): string[] {
  const { operationBits, exactBits, credentialBits, urlBit, downloadBit, versionBit, tracedBits, patternBits } =
    compiled;
  return [
    bits("URL_LABELS", [urlBit]),
    bits("TRACED_LABELS", tracedBits),
    bits("PATTERN_LABELS", patternBits),
    bits("EXACT_LABELS", exactBits),
    bits("CREDENTIAL_LABELS", credentialBits.header),
    bits("FIELD_LABELS", credentialBits.field),
    bits("BITS_LABELS", operationBits.bits),
    bits("ASSEMBLED_LABELS", operationBits.assembled),
    bits("DISGUISED_LABELS", operationBits.disguised),
    bits("FETCHED_LABELS", operationBits.fetched),
    bits("ESCAPED_LABELS", operationBits.escaped),
    bits("UNFINISHED_LABELS", operationBits.unfinished),
    bits("SAVED_LABELS", operationBits.saved),
    bits("DOWNLOADED_LABELS", [downloadBit]),
    bits("VERSION_LABELS", [versionBit]),
  ];
}

function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index]));
}
