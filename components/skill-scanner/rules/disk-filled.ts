import { all, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "disk-filled",
  category: "resource_abuse",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "a file grows until the disk is full",
  why: "A full disk stops services, loses what programs want to save, and can keep the machine from starting.",
  fix: "Give the size, and keep it small.",
  references: ["CWE-400", "ATT&CK T1499.001"],
  match: [
    call({
      of: ["sh.dd"],
      where: all(
        words(says(/if=\/dev\/(zero|u?random)/)),
        words(says(/of=([^/\s]|\/[^d]|\/d[^e])/)),
        not(words(says(/count=/))),
      ),
    }),
    call({
      of: ["sh.fallocate", "sh.truncate"],
      where: words(says(/(-l|-s|--length|--size)[ =]?\+?\d{3,}(G|GB|GiB|T)|\d(T|TB|TiB)( |$)/i)),
    }),
  ],
  bad: [{ "run.sh": "dd if=/dev/zero of=/tmp/fill bs=1M" }, { "run.sh": "fallocate -l 500G /var/tmp/a" }],
  good: [{ "run.sh": "dd if=/dev/zero of=swap bs=1M count=1024" }, { "run.sh": "fallocate -l 2G /swapfile" }],
});
