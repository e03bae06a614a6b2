import { describe, expect, test } from "vitest";
import { SandboxError } from "../../src/errors.ts";
import { parseHostGrant } from "../../src/policy/host-grant.ts";

const ANY = { scheme: undefined, subdomains: false, port: undefined, literal: false };

describe("parseHostGrant", () => {
  test.each([
    ["example.com", { ...ANY, host: "example.com" }],
    ["EXAMPLE.com.", { ...ANY, host: "example.com" }],
    ["example.com:8443", { ...ANY, host: "example.com", port: 8443 }],
    ["example.com:65535", { ...ANY, host: "example.com", port: 65535 }],
    ["*.example.com", { ...ANY, host: "example.com", subdomains: true }],
    ["*.example.com:1", { ...ANY, host: "example.com", subdomains: true, port: 1 }],
    ["https://example.com", { ...ANY, host: "example.com", scheme: "https" }],
    ["HTTPS://*.example.com:8443", { ...ANY, host: "example.com", scheme: "https", subdomains: true, port: 8443 }],
    ["http://example.com", { ...ANY, host: "example.com", scheme: "http" }],
    ["intranet", { ...ANY, host: "intranet" }],
    ["my_host.internal", { ...ANY, host: "my_host.internal" }],
    ["bücher.example", { ...ANY, host: "xn--bcher-kva.example" }],
    ["127.0.0.1:8080", { ...ANY, host: "127.0.0.1", port: 8080, literal: true }],
    ["169.254.169.254", { ...ANY, host: "169.254.169.254", literal: true }],
    ["[::1]:8080", { ...ANY, host: "::1", port: 8080, literal: true }],
    ["https://[FD00:0:0::1]", { ...ANY, host: "fd00::1", scheme: "https", literal: true }],
    ["[::ffff:127.0.0.1]:80", { ...ANY, host: "127.0.0.1", port: 80, literal: true }],
  ])("%s", (text, grant) => {
    expect(parseHostGrant(text)).toEqual({ text, ...grant });
  });

  test.each([
    ["", /no host/],
    ["https://", /no host/],
    ["*", /wildcard alone/],
    ["*.*.example.com", /wildcard inside/],
    ["www.*.com", /wildcard inside/],
    ["*example.com", /wildcard inside/],
    ["example.*", /wildcard inside/],
    ["*.", /not a host/],
    ["*.127.0.0.1", /no subdomains/],
    ["*.0.1", /short form|no subdomains/],
    ["*.[::1]", /no subdomains/],
    ["ftp://example.com", /the scheme ftp/],
    ["example.com/", /path/],
    ["https://example.com/api", /path/],
    ["example.com?x", /path/],
    ["example.com#x", /path/],
    ["example.com\\x", /path/],
    ["//example.com", /path/],
    ["user@example.com", /user name/],
    ["user:secret@example.com", /user name/],
    ["example.com:0", /port/],
    ["example.com:65536", /port/],
    ["example.com:", /port/],
    ["example.com:080", /port/],
    ["example.com:+80", /port/],
    ["example.com:http", /port/],
    ["::1", /brackets/],
    ["fe80::1:8080", /brackets/],
    ["[::1", /not a host|brackets/],
    ["[::1]8080", /not a host/],
    ["[fe80::1%eth0]", /no host has/],
    ["[127.0.0.1]", /not a host/],
    ["127.1:80", /short form/],
    ["2130706433", /short form/],
    ["0x7f.1", /short form/],
    ["256.256.256.256", /not a host/],
    ["1.2.3.4.5", /not a host/],
    ["localhost", /localhost/],
    ["LOCALHOST.:80", /localhost/],
    ["a.localhost", /localhost/],
    ["*.localhost", /localhost/],
    ["example.com,other.com", /no host has/],
    ["example .com", /no host has/],
    [" example.com", /no host has/],
    ["example.com\n", /no host has/],
    ["exam\u0000ple.com", /no host has/],
    ["exam\u200bple.com", /no host has/],
    ["%65xample.com", /no host has/],
    ["example..com", /not a host/],
    [".example.com", /not a host/],
    ["$(reboot)", /not a host/],
    [`${"a".repeat(64)}.com`, /not a host/],
    [`${"a.".repeat(127)}com`, /not a host/],
  ])("%j is refused, and the hint says what to write", (text, message) => {
    const error = refusal(text);
    expect(error).toMatchObject({ code: "policy", message: expect.stringMatching(message) });
    expect(error.hint).toMatch(/^(Write|Grants)/);
  });

  test("localhost is refused with the address to write instead, port included", () => {
    expect(refusal("localhost").hint).toContain("--allow-network=127.0.0.1:PORT");
    expect(refusal("localhost:8080").hint).toContain("--allow-network=127.0.0.1:8080");
  });
});

function refusal(text: string): SandboxError {
  try {
    parseHostGrant(text);
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} was accepted`);
}
