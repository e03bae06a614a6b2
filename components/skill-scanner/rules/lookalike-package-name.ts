import { resembles, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LIKE_THEM_BY_RIGHT, POPULAR_NPM, POPULAR_PYPI } from "../vocabulary/popular-packages.ts";
import { NPM_DEPENDENCIES, PYTHON_DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";

const npm = resembles(POPULAR_NPM, LIKE_THEM_BY_RIGHT);
const python = resembles(POPULAR_PYPI, LIKE_THEM_BY_RIGHT);

export default defineRule({
  id: "lookalike-package-name",
  category: "supply_chain",
  severity: "medium",
  confidence: "low",
  languages: ["data"],
  title: "the name of a dependency is one letter off a very popular package",
  why: "A typing mistake installs what somebody has put under that name.",
  fix: "Check the spelling.",
  references: ["ATT&CK T1195.001", "CWE-1357", "OWASP ASI04"],
  match: [
    setting({ of: NPM_DEPENDENCIES, key: npm }),
    setting({ of: PYTHON_DEPENDENCIES, key: python }),
    setting({ of: REQUIREMENTS, is: python }),
  ],
  bad: [
    { "package.json": '{"dependencies": {"expresss": "^4.0.0"}}' },
    { "requirements.txt": "reqeusts==2.31.0\n" },
    { "requirements.txt": "numpyy\n" },
  ],
  good: [
    { "package.json": '{"dependencies": {"preact": "^10.0.0", "lodash-es": "4"}}' },
    { "requirements.txt": "requests==2.31.0\nnumpy\nboto3[crt]>=1\npandas-stubs\n" },
  ],
});
