import { existsSync } from "node:fs";
import type { Check } from "../check.ts";

/** The limits of components are the guest process's own; control groups are for trees of processes. */
export const cgroups: Check = {
  id: "cgroups",
  title: "control groups",
  look() {
    if (existsSync("/sys/fs/cgroup/cgroup.controllers")) return { state: "holds", detail: "version 2" };
    const detail = existsSync("/sys/fs/cgroup") ? "version 1 or hybrid" : "none";
    return { state: "weaker", detail: `${detail}; no limit of a component needs them` };
  },
};
