import type { Check } from "../check.ts";

export const seccomp: Check = {
  id: "seccomp",
  title: "seccomp",
  async look(machine) {
    const probed = await machine.nativeProbe();
    if (typeof probed !== "string" && probed.walls.includes("seccomp"))
      return { state: "holds", detail: "filter installed" };
    return {
      state: "absent",
      detail: "system calls are not confined",
      fix: "use a Linux kernel with seccomp filters, and perl",
    };
  },
};
