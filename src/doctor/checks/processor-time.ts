import { launch } from "../../isolation/launcher.ts";
import { planLaunch } from "../../isolation/process.ts";
import type { Check } from "../check.ts";
import { probeJob } from "../probe.ts";

/** Longer than any machine takes for one second of processor time. */
const PATIENCE_MS = 20_000;

export const processorTime: Check = {
  id: "processor-time",
  title: "the kernel ends a guest that never ends, whatever became of us",
  async look({ installation }) {
    const child = launch(planLaunch({ ...probeJob(installation, 1), nodeFlags: ["--eval=for (;;);"] }));
    const started = performance.now();
    const timer = setTimeout(() => child.kill("SIGTERM"), PATIENCE_MS);
    const signal = await new Promise<NodeJS.Signals | null>((done) => child.once("exit", (_, name) => done(name)));
    clearTimeout(timer);
    const took = ((performance.now() - started) / 1000).toFixed(1);
    if (signal === "SIGXCPU" || signal === "SIGKILL") {
      return { state: "holds", detail: `${signal} after ${took} s, with a limit of 1 s of processor time` };
    }
    return { state: "absent", detail: `an endless process was still there after ${took} s`, fix: "use Linux or macOS" };
  },
};
