import { anyArgument, call, resembles, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LIKE_THEM_BY_RIGHT, POPULAR_NPM, POPULAR_PYPI } from "../vocabulary/popular-packages.ts";
import { NPM_DEPENDENCIES, PYTHON_DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";
import { NPM_INSTALLERS, PYTHON_INSTALLERS } from "../vocabulary/shell-commands.ts";

const npm = resembles(POPULAR_NPM, LIKE_THEM_BY_RIGHT, "mistyped");
const python = resembles(POPULAR_PYPI, LIKE_THEM_BY_RIGHT, "mistyped");

export default defineRule({
  id: "mistyped-package",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["shell", "data", "markdown"],
  title: "a package is installed whose name is that of a very popular one with a typing mistake",
  why: "Such names are registered by those who wait for the mistake; here it is written down for others to follow.",
  fix: "Check the spelling against the registry.",
  references: ["ATT&CK T1195.001", "CWE-1357", "OWASP ASI04"],
  match: [
    call({ of: NPM_INSTALLERS, where: anyArgument(npm) }),
    call({ of: PYTHON_INSTALLERS, where: anyArgument(python) }),
    setting({ of: NPM_DEPENDENCIES, key: npm }),
    setting({ of: PYTHON_DEPENDENCIES, key: python }),
    setting({ of: REQUIREMENTS, is: python }),
  ],
  bad: [
    { "run.sh": "pip install reqeusts" },
    { "run.sh": "pip3 install --user 'numpyy>=1.20' rich" },
    { "run.sh": "uv pip install python-requestes" },
    { "SKILL.md": "# Setup\n\n```bash\nnpm install lodahs@latest --save\n```\n" },
    { "SKILL.md": "# Setup\n\n```bash\npnpm add expres-session\n```\n" },
    { "requirements.txt": "beautifulsop4==4.12\n" },
    { "package.json": '{"dependencies": {"crypt-js": "^4.0.0"}}' },
    'import os\nos.system("pip install cryptograpy")',
  ],
  good: [
    { "run.sh": "pip install requests numpy 'pandas>=2' python_dateutil scikit_learn PyYAML discord-py" },
    { "run.sh": "pip install djongo requests-toolbelt openapi numpydoc flask-login django-redis boto3-stubs urllib2" },
    {
      "run.sh":
        "npm install preact colord colors-cli expressive eslint_d @types/lodash react-dnd openapi-types lodash.get",
    },
    { "run.sh": "npm install -g typescript ts-node && npm i request@2 chalk@5 moment-timezone" },
    { "run.sh": "pip install pandas2 requestsx flasky transformers-cli ./reqeusts" },
    { "run.sh": "echo reqeusts; pip show reqeusts" },
    { "requirements.txt": "Scikit_Learn==1.5\nopencv-python-headless\npydantic-settings\nlangchain-core\n" },
    { "package.json": '{"dependencies": {"graphql-js": "1", "redux": "5", "dotenv-cli": "7", "axios-retry": "4"}}' },
    { "SKILL.md": "# Names\n\nDo not confuse `requests` with `reqeusts`.\n" },
    { "run.sh": "apt-get install reqeusts; brew install lodahs" },
  ],
});
