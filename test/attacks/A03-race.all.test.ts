import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startSwapping } from "../broker/files/support/swapper.ts";
import { layOut } from "../broker/files/support/tree.ts";
import { compilerMissing, doSteps, PROGRAMS } from "../support/steps-guest.ts";
import { racing } from "./support/racing-steps.ts";

const linux = process.platform === "linux" && compilerMissing === undefined;

describe.runIf(linux).each(PROGRAMS)("A03: a long race against a program that swaps, by %s", (_, program) => {
  test("five times 3,000 operations through a folder that keeps becoming a link change and read nothing outside", async () => {
    for (let round = 0; round < 5; round++) {
      const base = layOut({ data: { dir: { file: "inside" }, trap: ["../outside"] }, outside: { file: "OUTSIDE" } });
      const data = `${base}/data`;
      await startSwapping([{ name: `${data}/dir`, real: `${data}/real`, trap: `${data}/trap` }]);
      const { answers, code, stderr } = await doSteps(program, [`--dir=${data}::data`, "--timeout=300s"], racing(300));
      expect({ code, stderr: stderr.slice(-300) }).toMatchObject({ code: 0 });
      expect(answers.join()).not.toContain("OUTSIDE");
      expect(readFileSync(`${base}/outside/file`, "utf8")).toBe("OUTSIDE");
      expect(readdirSync(`${base}/outside`)).toEqual(["file"]);
    }
  });
});
