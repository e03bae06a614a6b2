import type { Check } from "../check.ts";

/** Since this version of its interface Landlock refuses signals and abstract sockets too (Linux 6.12). */
const SCOPED_ABI = 6;

export const landlock: Check = {
  id: "landlock",
  title: "Landlock",
  async look(machine) {
    const probed = await machine.nativeProbe();
    const abi = typeof probed === "string" ? undefined : /landlock:(\d+)/.exec(probed.walls)?.[1];
    if (abi === undefined) {
      return {
        state: "absent",
        detail: "files are not confined by the kernel",
        fix: "use Linux 5.13 or later, with perl",
      };
    }
    if (Number(abi) >= SCOPED_ABI) return { state: "holds", detail: `ABI ${abi}` };
    return {
      state: "weaker",
      detail: `ABI ${abi}: signals are refused by seccomp alone`,
      fix: "use Linux 6.12 or later",
    };
  },
};
