import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "dotenv-loaded",
  category: "api_exfiltration",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a .env file is loaded into the environment",
  why: "Keys of the project become visible to everything that the skill runs.",
  fix: "Read single settings from the file.",
  references: ["CWE-522"],
  match: call({
    of: [
      "dotenv.load_dotenv",
      "dotenv.dotenv_values",
      "dotenv.find_dotenv",
      "environ.Env.read_env",
      "decouple.AutoConfig",
      "js.dotenv.config",
      "js.dotenv.configDotenv",
      "js.process.loadEnvFile",
    ],
  }),
  bad: [
    "from dotenv import load_dotenv\nload_dotenv()",
    'import dotenv\nvalues = dotenv.dotenv_values(".env")',
    { "skill.js": 'require("dotenv").config();' },
  ],
  good: [
    "from config import load_dotenv\nload_dotenv()",
    "import dotenv",
    { "skill.js": 'require("./config").config();' },
  ],
});
