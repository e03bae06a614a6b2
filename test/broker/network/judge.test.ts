import { expect, test } from "vitest";
import { judgeUrl } from "../../../src/broker/network/judge.ts";
import { isStop } from "../../../src/broker/network/stop.ts";
import { EVERYTHING, granting } from "./support/network.ts";

test.each<[grant: string, allowed: readonly string[], denied: readonly string[]]>([
  [
    "example.com",
    ["http://example.com/", "https://example.com/a", "http://example.com:443/", "https://example.com:80/"],
    ["http://example.com:8080/", "http://www.example.com/", "http://example.co/", "http://example.com.au/"],
  ],
  ["example.com:8443", ["http://example.com:8443/", "https://example.com:8443/"], ["https://example.com/"]],
  [
    "*.example.com",
    ["http://www.example.com/", "https://a.b.example.com/"],
    ["http://example.com/", "http://notexample.com/", "http://www.example.com:81/"],
  ],
  [
    "https://example.com",
    ["https://example.com/"],
    ["http://example.com/", "http://example.com:443/", "https://example.com:80/"],
  ],
  ["https://example.com:8443", ["https://example.com:8443/"], ["http://example.com:8443/", "https://example.com/"]],
  ["http://example.com", ["http://example.com/"], ["https://example.com/", "http://example.com:443/"]],
  ["10.0.0.1:8080", ["http://10.0.0.1:8080/", "https://10.1:8080/"], ["http://10.0.0.1/", "http://10.0.0.2:8080/"]],
  ["[::1]", ["http://[::1]/", "https://[0:0::1]/"], ["http://[::1]:8080/", "http://[::2]/"]],
  ["intranet", ["http://intranet/"], ["http://intranet.example.com/"]],
])("--allow-network=%s", (grant, allowed, denied) => {
  const grants = granting(grant);
  for (const url of allowed) expect(judgeUrl(grants, url)).toHaveProperty("rule", `--allow-network=${grant}`);
  for (const url of denied) expect(judgeUrl(grants, url)).toMatchObject({ kind: "denied", rule: "default-deny" });
});

test("--allow-network: any port of any name that is not local", () => {
  for (const url of ["http://example.com/", "https://example.com:22/", "http://8.8.8.8:53/"]) {
    expect(judgeUrl(EVERYTHING, url)).toHaveProperty("rule", "--allow-network");
  }
  for (const host of ["intranet", "a.local", "b.internal", "c.home.arpa"]) {
    expect(judgeUrl(EVERYTHING, `http://${host}/`)).toMatchObject({
      rule: "local-name",
      hint: `--allow-network=${host}`,
    });
    expect(isStop(judgeUrl({ ...granting(host), all: true }, `http://${host}/`))).toBe(false);
  }
});
