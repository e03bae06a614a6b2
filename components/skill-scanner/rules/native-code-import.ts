import { imports } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "native-code-import",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python"],
  title: "a module that calls native code is imported",
  why: "Native code is out of reach of every check that Python makes.",
  fix: "Use a library that wraps the native call.",
  references: ["CWE-695"],
  match: imports("ctypes", "cffi", "_cffi_backend", "win32api", "pywintypes", "comtypes"),
  bad: ["import ctypes", "from ctypes import CDLL", "from cffi import FFI"],
  good: ["import ctypeslib", "from c import types"],
});
