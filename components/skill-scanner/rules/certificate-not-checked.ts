import { argument, call, isFalse, reads } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HTTP_REQUESTS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "certificate-not-checked",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "shell"],
  title: "the server's certificate is not checked",
  why: "Anybody on the way can read and change what is sent.",
  fix: 'Leave verification on; add a private authority with verify="ca.pem".',
  references: ["CWE-295"],
  match: [
    call({ of: [...HTTP_REQUESTS, "httpx.Client", "httpx.AsyncClient"], where: argument(["verify"], isFalse) }),
    call({ of: ["ssl._create_unverified_context", "ssl._create_default_https_context"] }),
    reads("ssl._create_unverified_context", "ssl.CERT_NONE"),
    call({ of: ["sh.curl.-k", "sh.curl.--insecure", "sh.wget.--no-check-certificate"] }),
  ],
  bad: [
    "import requests\nrequests.get(url, verify=False)",
    "import ssl\nssl._create_default_https_context = ssl._create_unverified_context",
    "import ssl\nc = ssl.create_default_context()\nc.verify_mode = ssl.CERT_NONE",
    { "run.sh": "curl -sk https://example.com" },
    { "run.sh": "wget --no-check-certificate https://example.com" },
  ],
  good: [
    "import requests\nrequests.get(url, verify=True)",
    'import requests\nrequests.get(url, verify="ca.pem")',
    "check(verify=False)",
    { "run.sh": "curl -s https://example.com" },
  ],
});
