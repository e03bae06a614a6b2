import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Attack, GuestRun } from "../../src/doctor/attack.ts";
import { ATTACKS } from "../../src/doctor/attacks/index.ts";
import type { ProbeResult } from "../../src/doctor/probe.ts";
import { ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";

const security = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

/** A machine on which everything gets out: what the guest of each attack would bring back, and do to the folder. */
const BROKEN: Readonly<Record<string, (folder: string) => string>> = {
  A01: () => "",
  A02: (folder) => `ok ${readFileSync(join(folder, "data/link/secret.txt"), "utf8")}\n`,
  A07: (folder) => `ok ${readFileSync(join(folder, "data-evil/secret.txt"), "utf8")}\n`,
  A09: () => "it came to an end",
  A11: () => "err no\nok {credentials}\n",
  A21: () => "ok API_TOKEN=secret\n",
};

const HARMLESS: ProbeResult = { walls: "landlock:7 seccomp", escapes: [], leaks: [], tried: 14 };

describe.each(ATTACKS.map((attack) => [attack.id, attack] as const))("the attack %s", (id, attack) => {
  test("is a row of SECURITY.md", () => {
    expect(security).toContain(`| ${id} |`);
  });

  test.runIf(id in BROKEN)("is NOT contained by a sandbox that lets it through", async () => {
    const folder = temporaryFolder();
    const result = await runWith(attack, folder, () => BROKEN[id]?.(folder) ?? "", HARMLESS);
    expect(result.verdict).toBe("NOT contained");
  });

  test.runIf(id === "A21" || id === "A29")("is NOT contained when the process itself can do something", async () => {
    const leaky = { ...HARMLESS, escapes: ["see 3 environment variables"], leaks: ["see 3 environment variables"] };
    for (const probed of [leaky, "the probe said nothing"]) {
      const result = await runWith(attack, temporaryFolder(), () => "err no\n", probed);
      expect(result.verdict).toBe("NOT contained");
    }
  });

  test.runIf(id === "A02" || id === "A07")("is NOT contained when a file outside was changed or created", async () => {
    const outside = { A02: "outside", A07: "data-evil" }[id] ?? "";
    for (const name of ["secret.txt", "made.txt"]) {
      const folder = temporaryFolder();
      const guest = () => {
        writeFileSync(join(folder, outside, name), "escaped");
        return "err no\n";
      };
      expect((await runWith(attack, folder, guest, HARMLESS)).verdict).toBe("NOT contained");
    }
  });
});

test("A11 is NOT contained where it was let through, and only nobody answers", async () => {
  const attack = ATTACKS.find(({ id }) => id === "A11");
  const failures = "err connection failed (ENETUNREACH)\n".repeat(6);
  const result = (denials: number) => attack && runWith(attack, temporaryFolder(), () => failures, HARMLESS, denials);
  expect(await result(0)).toMatchObject({ verdict: "NOT contained" });
  expect(await result(5)).toMatchObject({ verdict: "NOT contained" });
  expect(await result(6)).toMatchObject({ verdict: "contained" });
});

function runWith(attack: Attack, folder: string, guest: () => string, probed: ProbeResult | string, denials = 0) {
  return attack.run({
    folder,
    runGuest: async () => ({ outcome: { kind: "returned", text: guest() }, denials }) as GuestRun,
    probe: async () => probed,
  });
}
