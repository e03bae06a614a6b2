import { all, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FORGE } from "../vocabulary/known-installers.ts";
import { NPM_INSTALLERS, PYTHON_INSTALLERS } from "../vocabulary/shell-commands.ts";

/** A package by its address, which no option precedes that names an index. */
const ADDRESS = /(^| |@ ?|\+)https?:\/\/[^ ]+\.(tgz|tar\.gz|whl|zip|git)(#[^ ]*)?( |$)/i;
const INDEX =
  /(--index-url|--extra-index-url|--find-links|--registry|-i|-f)[ =]https?:[^ ]+\.(tgz|tar\.gz|whl|zip|git)/i;
/** Where many keep what they build: whose it is says the path. */
const STORES =
  /https?:\/\/([\w.-]*\.)?(pythonhosted\.org|pypi\.org|npmjs\.(org|com)|pytorch\.org|nvidia\.com|googleapis\.com|amazonaws\.com|huggingface\.co|anaconda\.org|sourceforge\.net|cloudfront\.net|azureedge\.net|localhost|example\.com)[:/]/i;

export default defineRule({
  id: "package-from-unknown-host",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["shell", "markdown"],
  title: "a package is installed from a host whose owner the skill does not name",
  why: "Its code runs while it is installed, no registry has seen it, and whoever holds the host can exchange it at any time.",
  fix: "Publish the package, or name whose host it is and pin the file by its digest.",
  references: ["ATT&CK T1195.002", "CWE-494", "CWE-829", "OWASP ASI04"],
  needs: "foreign-host",
  match: call({
    of: [...NPM_INSTALLERS, ...PYTHON_INSTALLERS],
    where: all(words(says(ADDRESS)), not(words(says(FORGE))), not(words(says(STORES))), not(words(says(INDEX)))),
  }),
  bad: [
    { "SKILL.md": "# Setup\n\n```bash\nnpm install -g https://files.helper-dist.example/helper.tgz\n```\n" },
    { "run.sh": "pip install --upgrade https://wheels.quickset.example/tool-1.0-py3-none-any.whl" },
    { "SKILL.md": "# Setup\n\n```bash\npip3 install git+https://code.quickset.example/me/tool.git\n```\n" },
    { "SKILL.md": "# Setup\n\nRun `npm install https://cdn.quickset.example/a.tar.gz` once.\n" },
  ],
  good: [
    { "SKILL.md": "# Quickset\n\n```bash\nnpm install https://files.quickset.example/helper.tgz\n```\n" },
    {
      "run.sh":
        "pip install git+https://github.com/me/tool.git https://files.pythonhosted.org/packages/a.whl\nnpm install https://gitlab.com/me/a.git",
    },
    { "run.sh": "pip install torch --index-url https://download.pytorch.org/whl/cu121" },
    { "run.sh": "pip install -f https://wheels.quickset.example/a.zip tool\npip install ./a.whl" },
    { "run.sh": "npm install lodash --registry https://npm.quickset.example" },
    { "SKILL.md": "# Placeholder\n\n```bash\npip install https://example.com/a.whl\n```\n" },
  ],
});
