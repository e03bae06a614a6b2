import { describe, expect, test } from "vitest";
import { matchGrant } from "../../../src/broker/files/grant-match.ts";
import { splitPath } from "../../../src/broker/files/host-path.ts";

function match(path: string, ...grants: string[]): string | undefined {
  const found = matchGrant(splitPath(path), grants, splitPath);
  return found && [found.grant, ...found.rest].join(" ");
}

describe("which grant covers a path", () => {
  test.each([
    ["/data", "/data"],
    ["/data/x/y", "/data x y"],
    ["//data///x/.//y/", "/data x y"],
    ["/data/../data/x", "/data x"],
    ["/etc/../data/x", "/data x"],
    ["/../../data/x", "/data x"],
    ["/data/x/../y", "/data x .. y"],
    ["/data/x/../../data/y", "/data y"],
  ])("%s lies in /data", (path, expected) => {
    expect(match(path, "/data")).toBe(expected);
  });

  test.each([
    "/",
    "/dat",
    "/data-evil",
    "/data-evil/x",
    "/data.",
    "/Data/x",
    "/data/..",
    "/data/../x",
    "/data/x/../../y",
    "/x/data",
  ])("%s does not", (path) => {
    expect(match(path, "/data")).toBeUndefined();
  });

  test("the most specific grant decides, in whatever order they come", () => {
    expect(match("/data/inner/x", "/data", "/data/inner")).toBe("/data/inner x");
    expect(match("/data/inner/x", "/data/inner", "/data")).toBe("/data/inner x");
    expect(match("/data/inner/../x", "/data", "/data/inner")).toBe("/data inner .. x");
    expect(match("/data/inner-x", "/data", "/data/inner")).toBe("/data inner-x");
  });

  test("a grant on the root covers all, and its dots are left to the walk", () => {
    expect(match("/a/../b", "/")).toBe("/ a .. b");
    expect(match("/..", "/")).toBe("/ ..");
  });
});
