import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

const LOADED = [
  "ctypes.CDLL()",
  "ctypes.PyDLL()",
  "ctypes.WinDLL()",
  "ctypes.cdll.LoadLibrary()",
  "ctypes.cdll.msvcrt",
  "ctypes.windll.msvcrt",
  "ctypes.pythonapi",
];

export default defineRule({
  id: "shell-through-native-library",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "a program is started through the C library, past Python's own functions",
  why: "Nobody needs the detour but those who hide from whoever looks for os.system and subprocess.",
  fix: "Call subprocess.run with a list of arguments.",
  references: ["ATT&CK T1106", "ATT&CK T1059"],
  match: [
    call({
      of: LOADED.flatMap((library) =>
        ["system", "popen", "execl", "execlp", "execv", "execve", "execvp", "posix_spawn", "PyRun_SimpleString"].map(
          (name) => `${library}.${name}`,
        ),
      ),
    }),
    call({
      of: [
        "ctypes.windll.kernel32.WinExec",
        "ctypes.windll.shell32.ShellExecuteA",
        "ctypes.windll.shell32.ShellExecuteW",
      ],
    }),
  ],
  bad: [
    'import ctypes\nctypes.CDLL(None).system(b"id")',
    'from ctypes import cdll, util\nlibc = cdll.LoadLibrary(util.find_library("c"))\nlibc.execv(b"/bin/sh", args)',
    'import ctypes\ngetattr(ctypes.CDLL("libc.so.6"), "popen")(b"id", b"r")',
    'import ctypes\nctypes.windll.kernel32.WinExec(b"calc.exe", 0)',
    'import ctypes\nctypes.pythonapi.PyRun_SimpleString(b"import os")',
  ],
  good: [
    'import ctypes\nctypes.CDLL("libc.so.6").prctl(15, b"worker", 0, 0, 0)',
    'import ctypes\nctypes.windll.kernel32.SetConsoleTitleW("tool")',
  ],
});
