import { argument, attributes, call, reads, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "code-injected-into-memory",
  category: "dangerous_imports",
  severity: "critical",
  confidence: "high",
  languages: ["python", "go"],
  title: "memory is made executable or written in another process",
  why: "This is how shellcode is run.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1055", "CWE-94"],
  match: [
    attributes(
      "VirtualAlloc",
      "VirtualAllocEx",
      "VirtualProtect",
      "WriteProcessMemory",
      "CreateRemoteThread",
      "RtlMoveMemory",
      "NtUnmapViewOfSection",
      "QueueUserAPC",
    ),
    call({
      of: [
        "syscall.NewLazyDLL",
        "golang.org/x/sys/windows.NewLazyDLL",
        "golang.org/x/sys/windows.NewLazySystemDLL",
      ].map((name) => `go.${name}().NewProc`),
      where: argument(
        0,
        says(/^(VirtualAlloc(Ex)?|VirtualProtect|WriteProcessMemory|CreateRemoteThread|RtlMoveMemory|QueueUserAPC)$/),
      ),
    }),
    call({ of: ["mmap.mmap"], where: argument("prot", says(/./)) }),
    reads("mmap.PROT_EXEC"),
  ],
  bad: [
    "import ctypes\np = ctypes.windll.kernel32.VirtualAlloc(0, n, 0x3000, 0x40)",
    "import mmap\nm = mmap.mmap(-1, n, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
    {
      "main.go":
        'package main\n\nimport "syscall"\n\nvar alloc = syscall.NewLazyDLL("kernel32.dll").NewProc("VirtualAlloc")',
    },
  ],
  good: [
    "import ctypes\nctypes.windll.kernel32.GetTickCount()",
    "import mmap\nm = mmap.mmap(f.fileno(), 0)",
    {
      "main.go":
        'package main\n\nimport "syscall"\n\nvar ticks = syscall.NewLazyDLL("kernel32.dll").NewProc("GetTickCount")',
    },
  ],
});
