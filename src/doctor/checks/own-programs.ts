import { systemProgram } from "../../isolation/system-program.ts";
import type { Check } from "../check.ts";

export const ownPrograms: Check = {
  id: "own-programs",
  title: "no program comes from PATH or the current folder",
  look({ installation }) {
    const sh = systemProgram("sh");
    if (sh === undefined) {
      return {
        state: "absent",
        detail: "no sh that belongs to root",
        fix: "start wasm-sandbox with an absolute path of node",
      };
    }
    return { state: "holds", detail: `engine ${installation.engine.path}, helpers only from folders of root (${sh})` };
  },
};
