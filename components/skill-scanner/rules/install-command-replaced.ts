import { all, argument, call, given, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";

/** Only commands that a maintainer calls, or that compile: as the words of a dictionary. */
const OTHER_COMMANDS =
  /^((upload|test|tests|pytest|lint|clean|docs|build_docs|build_sphinx|publish|release|coverage|format|build_ext|build_clib|bdist_wheel|sdist)|[^a-z])*$/;

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
  match: call({
    of: ["setuptools.setup", "distutils.core.setup"],
    where: all(argument("cmdclass", given), not(argument("cmdclass", says(OTHER_COMMANDS)))),
  }),
  bad: [
    'from setuptools import setup\nsetup(name="x", cmdclass={"install": Install})',
    "import setuptools\nsetuptools.setup(cmdclass=commands)",
  ],
  good: [
    'from setuptools import setup\nsetup(name="x", cmdclass={"upload": Upload})',
    'from setuptools import setup\nsetup(name="x", cmdclass={"build_ext": BuildExtension})',
    'from setuptools import setup\nsetup(name="x")',
    "setup(cmdclass={})",
  ],
});
