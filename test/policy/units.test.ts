import { describe, expect, test } from "vitest";
import { SandboxError } from "../../src/errors.ts";
import { parseDuration, parseSize } from "../../src/policy/units.ts";

describe("durations and sizes", () => {
  test.each([
    ["30", 30_000],
    ["30s", 30_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["2m", 120_000],
    ["0", 0],
  ])("%s is %i ms", (text, milliseconds) => {
    expect(parseDuration(text, "--timeout")).toBe(milliseconds);
  });

  test.each([
    ["0", 0],
    ["100", 100],
    ["64k", 65_536],
    ["64KiB", 65_536],
    ["1MiB", 1_048_576],
    ["1g", 1_073_741_824],
  ])("%s is %i bytes", (text, bytes) => {
    expect(parseSize(text, "--max-memory")).toBe(bytes);
  });

  test.each(["", "-1", "1e3", "s", "3 s", "30x", "1000h", "Infinity", "0x10", "constructor"])(
    "%j is no duration",
    (text) => {
      expect(() => parseDuration(text, "--timeout")).toThrow(SandboxError);
    },
  );

  test.each(["", "-1", "1kb/s", "99999999g", "MiB"])("%j is no size", (text) => {
    expect(() => parseSize(text, "--max-memory")).toThrow(SandboxError);
  });
});
