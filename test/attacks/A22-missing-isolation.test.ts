import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bubblewrapMissing } from "../isolation/support/walled.ts";
import { type Altered, canAlterTheMachine, cliWith } from "../support/altered-machine.ts";
import { amount } from "../support/amount.ts";
import { cli } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";

const BWRAP = "/usr/bin/bwrap";
const PERL = "/usr/bin/perl";
const BROKEN: Readonly<Record<string, { readonly files: readonly Altered[]; readonly says: RegExp }>> = {
  "bwrap is not there (a file that nobody may execute)": {
    files: [{ path: BWRAP, content: "", mode: 0o644 }],
    says: /--isolation=bubblewrap: bubblewrap is not installed.*\n.*apt-get install bubblewrap/,
  },
  "bwrap belongs to everybody": {
    files: [{ path: BWRAP, content: "#!/bin/sh\nexit 0\n", mode: 0o777 }],
    says: /bubblewrap is not installed/,
  },
  "bwrap cannot make namespaces": {
    files: [
      {
        path: BWRAP,
        content: "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n",
        mode: 0o755,
      },
    ],
    says: /bubblewrap does not work here \(code 1\): bwrap: No permissions to create new namespace\n.*--isolation=process/,
  },
  "bwrap starts nothing and says nothing": {
    files: [{ path: BWRAP, content: "#!/bin/sh\nexit 0\n", mode: 0o755 }],
    says: /bubblewrap does not work here \(code 0\): it said nothing/,
  },
  "bwrap only pretends: it runs the program without any namespace": {
    files: [
      { path: BWRAP, content: '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift; exec "$@"\n', mode: 0o755 },
    ],
    says: /bubblewrap does not work here/,
  },
  "perl is not there": {
    files: [{ path: PERL, content: "", mode: 0o644 }],
    says: /perl is not installed.*\n.*apt-get install perl-base/,
  },
};

describe.skipIf(!canAlterTheMachine || !existsSync(BWRAP))(
  "A22: isolation that is missing or broken (needs root, bwrap)",
  () => {
    test.each(Object.entries(BROKEN))(
      "%s: --isolation=bubblewrap refuses with the fix, and nothing ran",
      async (_, { files, says }) => {
        const component = await componentFile([{ say: "it ran" }]);
        const { code, stdout, stderr } = await cliWith(["run", "--isolation=bubblewrap", component], files);
        expect({ code, stdout }).toEqual({ code: 126, stdout: "" });
        expect(stderr).toMatch(says);
      },
    );

    test.each(
      Object.entries(BROKEN)
        .filter(([, { files }]) => files[0]?.path === BWRAP)
        .slice(amount(-3, 0)),
    )("%s: auto takes the walls that there are, and --verbose says so", async (_, { files }) => {
      const component = await componentFile([{ say: "it ran" }]);
      const { code, stdout, stderr } = await cliWith(["run", "--verbose", component], files);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "it ran" });
      expect(stderr).toMatch(/isolation: +process \(auto; bubblewrap passed over: .+\)/);
      expect(stderr).not.toMatch(/walls: +bubblewrap/);
    });

    test("user namespaces are switched off: refused, and the switch is named", async () => {
      const component = await componentFile([{ say: "it ran" }]);
      // The limit belongs to a user namespace: in one of our own nothing of the machine changes.
      const inside =
        'exec unshare --user --map-root-user sh -c "echo 0 > /proc/sys/user/max_user_namespaces; exec \\"\\$@\\"" sh "$@"';
      const { code, stdout, stderr } = await cliWith(["run", "--isolation=bubblewrap", component], [], inside);
      expect({ code, stdout }).toEqual({ code: 126, stdout: "" });
      expect(stderr).toMatch(/bubblewrap does not work here .*\n.*sysctl -w user\.max_user_namespaces/);
    });

    test("what worked a moment ago and does not now is refused, and tried anew by the next run", async () => {
      const component = await componentFile([{ say: "it ran" }]);
      expect((await cli(["run", component])).code).toBe(0);
      const broken = BROKEN["bwrap cannot make namespaces"]?.files ?? [];
      const { code, stderr } = await cliWith(["run", "--verbose", component], broken);
      expect(code).toBe(0);
      expect(stderr).toContain("bubblewrap passed over");
    });
  },
);

describe("A22: the guest's own failure is not taken for a missing backend", () => {
  test.skipIf(bubblewrapMissing !== undefined)("a trap behind bubblewrap stays a trap (needs bubblewrap)", async () => {
    const component = await componentFile([{ wat: "unreachable" }]);
    const { code, stderr } = await cli(["run", "--isolation=bubblewrap", component]);
    expect(code).toBe(1);
    expect(stderr).toContain("[TRAP]");
  });

  test.each(["", "none", "Bubblewrap", "bubblewrap,process"])("--isolation=%s is wrong usage", async (value) => {
    const component = await componentFile([{ say: "it ran" }]);
    const { code, stdout } = await cli(["run", `--isolation=${value}`, component]);
    expect({ code, stdout }).toEqual({ code: 125, stdout: "" });
  });
});
