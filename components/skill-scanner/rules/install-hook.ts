import { argument, call, says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { GEM_HOOKS } from "../vocabulary/ruby-calls.ts";

export default defineRule({
  id: "install-hook",
  category: "supply_chain",
  severity: "low",
  confidence: "high",
  languages: ["data", "ruby"],
  title: "a package runs something when it is installed",
  why: "It happens before anybody has used or read the package.",
  fix: "Leave out the hook, or say in the README what it does.",
  references: ["ATT&CK T1195.002"],
  match: [
    setting({ of: ["preinstall", "install", "postinstall"].map((name) => `package-json.scripts.${name}`) }),
    call({ of: GEM_HOOKS }),
    call({ of: ["rb.Gem.Specification.new().[]="], where: argument(0, says(/^extensions$/)) }),
  ],
  bad: [
    { "templates/package.template.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}' },
    { "package.json": '{"scripts": {"postinstall": "node install.js"}}' },
    { "hook.rb": "Gem.post_install do |installer|\n  puts installer.spec.name\nend" },
    { "tool.gemspec": 'Gem::Specification.new do |s|\n  s.extensions = ["ext/extconf.rb"]\nend' },
  ],
  good: [
    { "package.json": '{"scripts": {"build": "tsc"}}' },
    { "package.json": '{"name": "x", "dependencies": {"postinstall": "1.0.0"}}' },
    { "tool.gemspec": 'Gem::Specification.new do |s|\n  s.name = "tool"\n  s.files = ["lib/tool.rb"]\nend' },
  ],
});
