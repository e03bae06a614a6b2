import { argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { environment } from "../vocabulary/sources.ts";

export default defineRule({
  id: "environment-serialised",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "the whole environment is turned into a text",
  why: "Keys and tokens are in it; as a text it can be sent or kept.",
  fix: "Take the variables that are needed, by their names.",
  references: ["ATT&CK T1552.007", "CWE-526"],
  match: call({
    of: [
      ...["json.dumps", "pickle.dumps", "yaml.dump", "yaml.safe_dump", "marshal.dumps", "urllib.parse.urlencode"],
      ...["js.JSON.stringify", "js.querystring.stringify", "js.qs.stringify", "js.util.inspect"],
    ],
    where: argument(0, from(environment)),
  }),
  bad: [
    "import os, json\ntext = json.dumps(dict(os.environ))",
    { "skill.js": "const text = JSON.stringify(process.env);" },
    { "skill.js": "const text = JSON.stringify({ ...process.env });" },
  ],
  good: [
    'import os, json\njson.dumps({"lang": os.environ["LANG"]})',
    { "skill.js": "const text = JSON.stringify({ mode: process.env.NODE_ENV });" },
    { "skill.js": 'define("process.env", JSON.stringify({}));' },
  ],
});
