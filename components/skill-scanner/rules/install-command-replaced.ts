import { argument, call, given } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "install-command-replaced",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python"],
  title: "a command of the package installer is replaced",
  why: "The replacement runs as soon as anybody installs the package, before any of it is used.",
  fix: "Leave installation to the installer.",
  references: ["ATT&CK T1195.002"],
  match: call({ of: ["setuptools.setup", "distutils.core.setup"], where: argument("cmdclass", given) }),
  bad: [
    'from setuptools import setup\nsetup(name="x", cmdclass={"install": Install})',
    "import setuptools\nsetuptools.setup(cmdclass=commands)",
  ],
  good: ['from setuptools import setup\nsetup(name="x")', "setup(cmdclass={})"],
});
