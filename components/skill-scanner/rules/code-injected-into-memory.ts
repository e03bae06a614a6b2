import { argument, attributes, call, reads, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "code-injected-into-memory",
  category: "dangerous_imports",
  severity: "critical",
  confidence: "high",
  languages: ["python"],
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
    call({ of: ["mmap.mmap"], where: argument("prot", says(/./)) }),
    reads("mmap.PROT_EXEC"),
  ],
  bad: [
    "import ctypes\np = ctypes.windll.kernel32.VirtualAlloc(0, n, 0x3000, 0x40)",
    "import mmap\nm = mmap.mmap(-1, n, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
  ],
  good: ["import ctypes\nctypes.windll.kernel32.GetTickCount()", "import mmap\nm = mmap.mmap(f.fileno(), 0)"],
});
