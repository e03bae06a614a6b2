import { nodeCommand } from "../../isolation/process.ts";
import type { Check } from "../check.ts";
import { judged } from "../judged.ts";
import { probe, probeJob } from "../probe.ts";

/** The engine alone: what JavaScript in a guest process could do if there were no walls at all. */
export const permissionModel: Check = {
  id: "permission-model",
  title: "a guest process holds no authority (Node's permission model alone)",
  needed: true,
  async look({ installation }) {
    const [command = "", ...args] = nodeCommand(probeJob(installation));
    const result = await probe({ command, args, isolation: "process", walls: "none (V8 only)" });
    return judged(result, "none needed while the walls of the kernel hold, which close what the engine leaves open");
  },
};
