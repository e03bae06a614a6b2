import { expect, test } from "vitest";
import { redactUrl } from "../../../src/broker/network/redact.ts";

test.each([
  ["https://evil.com/steal", "https://evil.com/steal"],
  ["https://evil.com", "https://evil.com"],
  ["https://evil.com?key=secret", "https://evil.com/"],
  ["https://user:secret@evil.com:8443/a?key=secret#secret", "https://evil.com:8443/a"],
  ["https:\\\\user:secret@evil.com\\a", "https://evil.com/a"],
  ["http://2130706433/", "http://127.0.0.1/"],
  ["http://evil.com/\u001b[2J\n", "http://evil.com/%1B[2J"],
  ["data:text/plain,secret", "data:…"],
  ["mailto:secret@evil.com", "mailto:…"],
  ["file:///etc/passwd", "file:…"],
  ["secret", "(not a URL)"],
  ["", "(not a URL)"],
  ["http://", "(not a URL)"],
])("%j is shown as %j", (text, shown) => expect(redactUrl(text)).toBe(shown));

test("a relative redirect is shown in full, a long path is cut", () => {
  expect(redactUrl("../b?secret", new URL("https://evil.com/a/c?secret"))).toBe("https://evil.com/b");
  expect(redactUrl(`https://evil.com/${"a".repeat(10_000)}`)).toHaveLength(2049);
});
