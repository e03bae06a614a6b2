import { anyArgument, call, resembles } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LIKE_THEM_BY_RIGHT, POPULAR_NPM, POPULAR_PYPI } from "../vocabulary/popular-packages.ts";
import { NPM_INSTALLERS, PYTHON_INSTALLERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "package-under-affix",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["shell", "markdown"],
  title: "a package is installed whose name is that of a very popular one with its language before or behind it",
  why: "It looks like the popular one, and is somebody else's.",
  fix: "Install the package under its own name.",
  references: ["ATT&CK T1195.001", "CWE-1357"],
  match: [
    call({ of: NPM_INSTALLERS, where: anyArgument(resembles(POPULAR_NPM, LIKE_THEM_BY_RIGHT, "affixed")) }),
    call({ of: PYTHON_INSTALLERS, where: anyArgument(resembles(POPULAR_PYPI, LIKE_THEM_BY_RIGHT, "affixed")) }),
  ],
  bad: [{ "run.sh": "pip install requests-py" }, { "run.sh": "npm install node-axios" }],
  good: [
    { "run.sh": "pip install python-dateutil discord.py opencv-python python-dotenv py-cpuinfo" },
    { "run.sh": "npm install node-fetch discord.js crypto-js express-js" },
  ],
});
