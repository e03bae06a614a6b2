import { chmodSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { bubblewrapBackend } from "../../src/isolation/bubblewrap.ts";
import { findEngine } from "../../src/isolation/engine.ts";
import { cli, ROOT } from "../support/cli.ts";
import { componentFile } from "../support/files.ts";
import { asNobody, canBecomeNobody } from "../support/nobody.ts";
import { descendants, exitOf, gone, guestOf, pause, processorTicks, startCli } from "../support/processes.ts";
import { bubblewrapMissing, planInBubblewrap } from "./support/walled.ts";

const distDir = join(ROOT, "dist");
const job = { engine: findEngine(ROOT), distDir, entry: `${distDir}/guest.cjs`, cpuSeconds: 5, memoryBytes: 2 ** 28 };
const planned = bubblewrapBackend.plan(job);

describe.skipIf("missing" in planned)("the plan of a process in bubblewrap (needs bwrap)", () => {
  const { args } = planInBubblewrap(job);
  const outside = args.slice(0, args.indexOf("--"));

  test("makes each namespace by name, so that a missing one is a failure", () => {
    for (const name of ["user", "pid", "net", "ipc", "uts"]) expect(outside).toContain(`--unshare-${name}`);
    expect(outside).not.toContain("--unshare-all");
  });

  test("binds nothing but the engine, perl, their libraries and our own files, all read-only", () => {
    const flags = outside.filter(
      (word) => word.startsWith("--") && /bind|dev|proc|tmpfs|symlink|dir|file|overlay/.test(word),
    );
    expect(new Set(flags)).toEqual(new Set(["--ro-bind", "--ro-bind-try", "--chdir"]));
    const sources = outside.filter((_, index) => /^--ro-bind/.test(outside[index - 1] ?? ""));
    const ours = sources.filter((path) => !/^\/(lib|lib64)\/|^\/etc\/ld\.so\.cache$|^\/usr\/bin\/perl$/.test(path));
    expect(ours).toEqual([job.engine.path, `${distDir}/launch.pl`, `${distDir}/guest.cjs`]);
  });

  test("what the guest sees of its own command line names nothing of the host", () => {
    expect(args.slice(args.indexOf("--")).filter((word) => word.includes(ROOT))).toEqual([]);
  });
});

describe.skipIf(bubblewrapMissing !== undefined)("a guest process in bubblewrap (needs bubblewrap)", () => {
  test("has namespaces, a root and a name of its own, and dies with us", async () => {
    const child = startCli([
      "run",
      "--isolation=bubblewrap",
      "--timeout=20s",
      await componentFile([{ wat: "(loop (br 0))" }]),
    ]);
    const guest = await guestOf(child.pid ?? 0);
    const processes = descendants(child.pid ?? 0);
    const ended = exitOf(child);
    const of = (kind: string) => readlinkSync(`/proc/${guest}/ns/${kind}`);
    for (const kind of ["user", "pid", "net", "ipc", "uts", "mnt"]) {
      expect(of(kind)).not.toBe(readlinkSync(`/proc/self/ns/${kind}`));
    }
    const root = readdirSync(`/proc/${guest}/root`).sort();
    expect(root.filter((name) => !["etc", "lib", "lib64", "usr"].includes(name))).toEqual([
      "answer-to.cjs",
      "engine",
      "guest.cjs",
      "launch.pl",
      "node",
    ]);
    expect(readdirSync(`/proc/${guest}/root/engine`)).toEqual(["bindgen.wasm"]);
    expect(readdirSync(`/proc/${guest}/root/etc`)).toEqual(["ld.so.cache"]);
    expect(
      readFileSync(`/proc/${guest}/net/dev`, "latin1")
        .match(/^ *\w+:/gm)
        ?.map((name) => name.trim()),
    ).toEqual(["lo:"]);
    expect(readFileSync(`/proc/${guest}/environ`, "latin1")).toBe("");
    expect(readFileSync(`/proc/${guest}/cmdline`, "latin1")).not.toContain(ROOT);
    expect(readFileSync(`/proc/${guest}/cmdline`, "latin1")).not.toContain(hostname());
    const status = readFileSync(`/proc/${guest}/status`, "latin1");
    expect(status).toMatch(/CapEff:\t0+\nCapBnd:\t0+\n/);
    expect(status).toMatch(/NoNewPrivs:\t1\nSeccomp:\t2/);
    child.kill("SIGKILL");
    await ended;
    expect(await gone(processes, 2000)).toBe(true);
  });

  test("ends at its limits as it does elsewhere", async () => {
    const endless = await componentFile([{ wat: "(loop (br 0))" }]);
    const greedy = await componentFile([{ wat: "(drop (memory.grow (i32.const 60000)))" }, { say: "grown" }]);
    const endings = (how: string) =>
      Promise.all(
        [endless, greedy].map(async (component) => {
          const { code, stderr } = await cli(["run", `--isolation=${how}`, "--timeout=1s", component]);
          return { code, limit: /^\[LIMIT\] [\w-]+/m.exec(stderr)?.[0] };
        }),
      );
    const [behind, elsewhere] = [await endings("bubblewrap"), await endings("process")];
    expect(behind).toEqual(elsewhere);
    expect(behind[0]).toEqual({ code: 124, limit: "[LIMIT] timeout" });
  });

  test("the kernel's own limit of processor time is a timeout too", async () => {
    const child = startCli([
      "run",
      "--isolation=bubblewrap",
      "--timeout=1s",
      await componentFile([{ wat: "(loop (br 0))" }]),
    ]);
    const ended = exitOf(child);
    const guest = await guestOf(child.pid ?? 0);
    while (processorTicks(guest) < 5) await pause(20);
    child.kill("SIGSTOP");
    expect(await gone([guest], 45_000)).toBe(true);
    child.kill("SIGCONT");
    expect(await ended).toBe(124);
  });

  test.skipIf(!canBecomeNobody)("works for an ordinary user (needs root to become one)", async () => {
    const component = await componentFile([{ say: "fine" }]);
    chmodSync(dirname(component), 0o755);
    const result = await asNobody(["run", "--isolation=bubblewrap", "--json", component], {
      unreadable: await componentFile([]),
    });
    expect(result.stderr).toBe("");
    expect(JSON.parse(result.stdout)).toMatchObject({ walls: expect.stringMatching(/^bubblewrap /), stdout: "" });
  });
});
