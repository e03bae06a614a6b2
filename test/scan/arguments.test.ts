import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/scan-arguments.ts";

const path = (text: string) => ({ kind: "path", path: text }) as const;

describe("readArguments", () => {
  it.each([
    [["a", "b.py"], {}, undefined, [path("a"), path("b.py")]],
    [["-"], {}, undefined, [{ kind: "stdin" }]],
    [[], { file: "-x.py" }, undefined, [path("-x.py")]],
    [[], { code: "" }, undefined, [{ kind: "code", text: "" }]],
    [["a"], { file: "f", code: "c" }, undefined, [path("a"), path("f"), { kind: "code", text: "c" }]],
    [["s.wasm"], { file: "f.py" }, "s.wasm", [path("f.py")]],
    [["s.wasm"], { code: "x" }, "s.wasm", [{ kind: "code", text: "x" }]],
    [["s.wasm"], {}, undefined, [path("s.wasm")]],
    [["s.wasm", "t"], { file: "f" }, undefined, [path("s.wasm"), path("t"), path("f")]],
    [["s"], { file: "f" }, undefined, [path("s"), path("f")]],
    [["a"], { scanner: "s.wasm" }, "s.wasm", [path("a")]],
  ])("%j %j", (paths, flags, scanner, targets) => {
    expect(readArguments(paths, flags)).toEqual({ scanner, targets });
  });

  it("is wrong usage to name nothing, or two scanners", () => {
    expect(() => readArguments([], {})).toThrow(expect.objectContaining({ code: "usage" }));
    expect(() => readArguments([], { scanner: "s.wasm" })).toThrow(expect.objectContaining({ code: "usage" }));
    expect(() => readArguments(["s.wasm"], { scanner: "t.wasm", file: "f" })).toThrow(
      expect.objectContaining({ code: "usage" }),
    );
  });
});
