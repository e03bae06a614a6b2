import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pickle-shipped",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["any"],
  title: "a pickle is shipped",
  why: "Loading a pickle calls whatever functions it names.",
  fix: "Ship data in a format that is only data: JSON, Parquet or safetensors.",
  references: ["CWE-502", "https://docs.python.org/3/library/pickle.html"],
  match: host("pickle-shipped"),
  bad: ["A file model.pkl"],
  good: ["A file model.json"],
});
