import { describe, expect, test } from "vitest";
import { parseDirGrant, refuseDuplicates } from "../../src/policy/dir-grant.ts";

describe("parseDirGrant", () => {
  test.each([
    ["/data::/in", { host: "/data", guest: "/in", readOnly: false }],
    ["/data::/in:ro", { host: "/data", guest: "/in", readOnly: true }],
    ["/data", { host: "/data", guest: "/data", readOnly: false }],
    ["/data:ro", { host: "/data", guest: "/data", readOnly: true }],
    ["data", { host: "/work/data", guest: "data", readOnly: false }],
    [".", { host: "/work", guest: ".", readOnly: false }],
    ["./data/", { host: "/work/data", guest: "data", readOnly: false }],
    ["../data::in", { host: "/data", guest: "in", readOnly: false }],
    ["/a::b::/in", { host: "/a::b", guest: "/in", readOnly: false }],
    ["/with, comma::/in", { host: "/with, comma", guest: "/in", readOnly: false }],
    ["C:\\data::/in:ro", { host: "/work/C:\\data", guest: "/in", readOnly: true }],
    ["/data::/in//x/./", { host: "/data", guest: "/in/x", readOnly: false }],
    ["/data::/", { host: "/data", guest: "/", readOnly: false }],
    ["/data::/in:rw", { host: "/data", guest: "/in:rw", readOnly: false }],
  ])("%s", (text, grant) => {
    expect(parseDirGrant(text, "/work")).toEqual(grant);
  });

  test.each(["", ":ro", "::/in", "/data::", "/data:::ro", "/da\0ta::/in", "/data::/i\0n", "/data::/in/..", "../data"])(
    "%j is wrong usage",
    (text) => {
      expect(() => parseDirGrant(text, "/work")).toThrow(expect.objectContaining({ code: "usage" }));
    },
  );
});

test("two folders with one name inside are refused, however the name is spelled", () => {
  const dirs = ["/a::/in", "/b::/in/"].map((text) => parseDirGrant(text, "/"));
  expect(() => refuseDuplicates(dirs)).toThrow(/the same name inside: "\/in"/);
  expect(() => refuseDuplicates(dirs.slice(1))).not.toThrow();
});
