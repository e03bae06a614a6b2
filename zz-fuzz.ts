import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, writeFileSync, symlinkSync, rmSync, lstatSync, readdirSync, renameSync, existsSync, realpathSync } from "node:fs";
import { join, dirname } from "node:path";
import { withDiff } from "./src/scan/diff-subject.ts";
import { scan } from "./src/scan.ts";
let seed = Number(process.argv[2] ?? 1);
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
const ENV = { PATH: "/usr/bin:/bin", HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1", GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@a", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@a" };
const git = (root: string, ...a: string[]) => execFileSync("git", ["-C", root, ...a], { env: ENV, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const NAMES = ["a", "b", "c", "skills", "SKILL.md", "skill.md", "x.py", "run.sh", "é", "-x", "a b", "x\ny", ".hidden", "node_modules", "package.json", "__init__.py", "a.zip", "..a"];
const path = () => Array.from({ length: 1 + rnd(3) }, () => NAMES[rnd(NAMES.length)]).join("/");
function mutate(root: string) {
  const p = join(root, path());
  const inside = (x: string): boolean => existsSync(x) ? realpathSync(x).startsWith(realpathSync(root)) : inside(dirname(x));
  if (!inside(dirname(p))) return;
  try {
    switch (rnd(6)) {
      case 0: case 1: mkdirSync(dirname(p), { recursive: true }); writeFileSync(p, `import os\nos.system("x${rnd(9)}")\n`.repeat(1 + rnd(3))); break;
      case 2: mkdirSync(dirname(p), { recursive: true }); symlinkSync([".", "..", "/nonexistent/x", "a", "b/SKILL.md", p][rnd(6)]!, p); break;
      case 3: rmSync(p, { recursive: true, force: true }); break;
      case 4: { const q = join(root, path()); if (existsSync(p) && inside(dirname(q))) { mkdirSync(dirname(q), { recursive: true }); renameSync(p, q); } break; }
      case 5: mkdirSync(dirname(p), { recursive: true }); writeFileSync(join(dirname(p), "SKILL.md"), `---\nname: x\ndescription: y${rnd(5)}\n---\n`); break;
    }
  } catch { /* whatever */ }
}
const scanner: any = { identity: { name: "s", digest: "d".repeat(64), external: false }, renew() {}, scan: async (files: any[]) => ({ kind: "findings", observations: [], files: files.map(() => ({ language: "python", state: "analysed" })) }) };
let bad = 0, n = 0; const until = Date.now() + Number(process.argv[3] ?? 30) * 1000;
while (Date.now() < until) {
  const start = seed; n++;
  const root = mkdtempSync("/tmp/w/fz-");
  git(root, "init", "-q", "-b", "main");
  for (let i = 0; i < 15; i++) mutate(root);
  git(root, "add", "-A"); git(root, "commit", "-q", "--allow-empty", "-m", "x"); git(root, "tag", "base");
  for (let i = 0; i < 10; i++) mutate(root);
  if (rnd(2)) { git(root, "add", "-A"); git(root, "commit", "-q", "--allow-empty", "-m", "y"); for (let i = 0; i < 3; i++) mutate(root); }
  try {
    process.chdir(root); await withDiff({ base: "base", paths: [root], cwd: root, scan: (targets) => scan({ targets, scanner }) }, async (s) => s.scan());
  } catch (e: any) { if (e.constructor.name !== "SandboxError") { bad++; console.log("seed", start, root, e.stack?.split("\n").slice(0, 6).join("\n")); if (bad > 4) break; continue; } else console.log("SE", start, e.code, e.message); }
  rmSync(root, { recursive: true, force: true });
}
console.log({ n, bad });
