import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "disguised-library",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "native code is loaded from a file that is named as something else",
  why: "A reader, and every tool that goes by names, takes it for text or data and does not look.",
  fix: "Give the library the name that libraries have.",
  references: ["ATT&CK T1036.008", "ATT&CK T1574"],
  match: call({
    of: [
      "ctypes.CDLL",
      "ctypes.WinDLL",
      "ctypes.PyDLL",
      "ctypes.cdll.LoadLibrary",
      "ctypes.windll.LoadLibrary",
      "js.process.dlopen",
    ],
    where: argument(
      [0, "name"],
      says(/\.(pyi?|js|json|txt|md|png|jpe?g|gif|ico|svg|csv|dat|db|log|ya?ml|toml|html|css|zip|tmp)$/i),
    ),
  }),
  bad: [
    'import ctypes, os\nctypes.CDLL(os.path.join(here, "_build.py")).main()',
    'import ctypes\ngetattr(ctypes, "CDLL")("/opt/x/icon.png")',
  ],
  good: [
    'import ctypes\nctypes.CDLL("libm.so.6")',
    'import ctypes\nctypes.CDLL("helper.dll")',
    "import ctypes\nctypes.CDLL(None)",
  ],
});
