import { release } from "node:os";
import type { Check } from "../check.ts";

export const platform: Check = {
  id: "platform",
  title: "platform",
  look() {
    const name = `${process.platform} ${process.arch}, kernel ${release()}`;
    if (process.platform === "linux" && process.arch === "x64") return { state: "holds", detail: `${name}: gated` };
    return { state: "weaker", detail: `${name}: built for, untested`, fix: "use Linux on x64 where it matters" };
  },
};
