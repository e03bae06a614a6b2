import { spawnSync } from "node:child_process";
import { systemProgram } from "../../isolation/system-program.ts";
import { userNamespaceFix } from "../../isolation/user-namespaces.ts";
import type { Check } from "../check.ts";

/** unshare(2) and its CLONE_NEWUSER. */
const UNSHARE: Readonly<Record<string, number>> = { x64: 272, arm64: 97 };
const CLONE_NEWUSER = 0x10000000;

export const userNamespaces: Check = {
  id: "user-namespaces",
  title: "user namespaces",
  look() {
    const perl = systemProgram("perl");
    const call = UNSHARE[process.arch];
    if (process.platform !== "linux" || perl === undefined || call === undefined) {
      return { state: "absent", detail: "cannot be tried here" };
    }
    const script = `exit(syscall(${call}, ${CLONE_NEWUSER}) == 0 ? 0 : 1)`;
    const { status } = spawnSync(perl, ["-e", script], { cwd: "/", env: {} });
    if (status === 0) return { state: "holds", detail: "one was made" };
    return { state: "absent", detail: "the kernel refused one", fix: userNamespaceFix() };
  },
};
