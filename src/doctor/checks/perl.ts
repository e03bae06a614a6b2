import { spawnSync } from "node:child_process";
import { systemProgram } from "../../isolation/system-program.ts";
import type { Check } from "../check.ts";

export const perl: Check = {
  id: "perl",
  title: "perl",
  look() {
    const path = systemProgram("perl");
    if (path === undefined) {
      return { state: "absent", detail: "no perl that belongs to root", fix: "apt-get install perl-base" };
    }
    const { stdout } = spawnSync(path, ["-e", 'printf "%vd", $^V'], { cwd: "/", env: {}, encoding: "latin1" });
    return { state: "holds", detail: `${stdout}, ${path}` };
  },
};
