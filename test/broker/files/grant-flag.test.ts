import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { grantFlag } from "../../../src/broker/files/grant-flag.ts";
import { splitPath } from "../../../src/broker/files/host-path.ts";

const flag = (path: string) => grantFlag("--allow-fs-read", splitPath(path));

test("a plain path is pasted as it is, without its dots", () => {
  expect(flag("/etc/passwd")).toBe("--allow-fs-read=/etc/passwd");
  expect(flag("/srv/../etc//./passwd/")).toBe("--allow-fs-read=/etc/passwd");
  expect(grantFlag("--allow-fs-write", ["out"])).toBe("--allow-fs-write=/out");
});

test.each(["/a b", "/$(touch pwned)", "/`id`", "/it's", "/a;id", "/a\\", "/*", "/ünïcödé", "/a'; id; '"])(
  "a shell sees one word in the flag for %s",
  (path) => {
    const words = execFileSync("sh", ["-c", `printf '%s\\n' ${flag(path)}`], { encoding: "utf8" });
    expect(words).toBe(`--allow-fs-read=${path}\n`);
  },
);

test.each(["/a,b", "/a\nb", "/a\u001b[2Jb", "/a\u202eb", "/a\u200bb", "/a\u2028b", "/a\u0085b"])(
  "no flag is offered for %j",
  (path) => {
    expect(flag(path)).toBeUndefined();
  },
);
