import { describe, expect, test } from "vitest";
import { longer } from "../support/amount.ts";
import { cli } from "../support/cli.ts";

describe("help", () => {
  test.each([
    [["--help"], /^Usage: wasm-sandbox \[options\] \[command\]\n/],
    [["help", "run"], /^Usage: wasm-sandbox run .*--allow-fs-read/s],
    [["help", "cache", "ls"], /^Usage: wasm-sandbox cache ls .*--json/s],
    [["cache", "help", "ls"], /^Usage: wasm-sandbox cache ls .*--json/s],
    ...longer(
      [["help"], /^Usage: wasm-sandbox \[options\] \[command\]\n/],
      [["help", "serve"], /^Usage: wasm-sandbox serve .*--listen/s],
      [["help", "help"], /^Usage: wasm-sandbox help /],
      [["help", "cache"], /^Usage: wasm-sandbox cache .*\n {2}clear /s],
      [["cache", "help"], /^Usage: wasm-sandbox cache .*\n {2}clear /s],
      [["cache", "ls", "--help"], /^Usage: wasm-sandbox cache ls .*--json/s],
      [["policy", "help", "check"], /^Usage: wasm-sandbox policy check /],
    ),
  ])("%j is what was asked for", async (args, page) => {
    expect(await cli(args)).toEqual({ code: 0, stdout: expect.stringMatching(page), stderr: "" });
  });

  test.each([
    [["help", "nosuch"], "nosuch"],
    [["help", "cache", "nosuch"], "nosuch"],
    [["help", "constructor"], "constructor"],
    ...longer([["help", "run", "nosuch"], "nosuch"], [["cache", "help", "nosuch"], "nosuch"]),
  ])("%j is wrong usage", async (args, name) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^error: unknown command '${name}'\n  hint: wasm-sandbox (cache )?--help\n$`));
  });

  test.each([[[]], [["cache"]], [["policy"]]])("no command at all, %j, shows it as an error", async (args) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: wasm-sandbox /);
  });
});

describe("what was probably meant is in the hint", () => {
  test.each([
    [["inspect", "--jsn", "x.wasm"], "unknown option '--jsn'", "--json? See wasm-sandbox inspect --help"],
    [["rnu"], "unknown command 'rnu'", "run? See wasm-sandbox --help"],
    [["cache", "lss"], "unknown command 'lss'", "ls? See wasm-sandbox cache --help"],
  ])("%j", async (args, message, meant) => {
    const stderr = `error: ${message}\n  hint: did you mean ${meant}\n`;
    expect(await cli(args)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("an option that looks like one is shown as it is", async () => {
    const { stderr } = await cli(["inspect", "--x\n(Did you mean y?)"]);
    expect(stderr).toMatch(
      /^error: unknown option '--x\\n\(Did you mean y\?\)'\n {2}hint: wasm-sandbox inspect --help\n$/,
    );
  });
});
