import { call, reads } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "native-library-loaded",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a native library is loaded",
  why: "Native code is out of reach of every check that Python makes.",
  fix: "Use a library that wraps the native call.",
  references: ["CWE-695", "ATT&CK T1129"],
  match: [
    call({
      of: [
        "ctypes.CDLL",
        "ctypes.PyDLL",
        "ctypes.cdll.LoadLibrary",
        "ctypes.util.find_library",
        "ctypes.WinDLL",
        "ctypes.OleDLL",
        "cffi.FFI().dlopen",
        "numpy.ctypeslib.load_library",
        "js.process.dlopen",
        "go.plugin.Open",
        "go.syscall.NewLazyDLL",
        "go.syscall.LoadLibrary",
        "rb.Fiddle.dlopen",
        "rb.DL.dlopen",
        "js.ffi-napi.Library",
        "js.koffi.load",
        "js.Deno.dlopen",
        "js.bun:ffi.dlopen",
      ],
    }),
    reads("ctypes.windll", "ctypes.oledll", "ctypes.cdll"),
  ],
  bad: [
    'import ctypes\nctypes.CDLL("libc.so.6")',
    "from ctypes import windll",
    { "skill.js": 'process.dlopen(module, "./addon.node");' },
  ],
  good: ["import ctypes\nctypes.c_int(1)", "import ctypes\nctypes.sizeof(x)", { "skill.js": 'require("./addon");' }],
});
