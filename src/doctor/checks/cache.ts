import { statSync } from "node:fs";
import { checkCacheFolder } from "../../engine/cache/folder.ts";
import { SandboxError } from "../../errors.ts";
import type { Check } from "../check.ts";

export const cache: Check = {
  id: "cache",
  title: "cache folder",
  look({ installation: { cacheDir } }) {
    try {
      if (!checkCacheFolder(cacheDir)) return { state: "holds", detail: `${cacheDir}: made by the first run` };
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error;
      return { state: "absent", detail: error.message, fix: error.hint };
    }
    const { mode, uid } = statSync(cacheDir);
    const rights = (mode & 0o777).toString(8).padStart(4, "0");
    const detail = `${cacheDir}: mode ${rights}, owner ${uid}`;
    if (process.platform === "win32" || (mode & 0o077) === 0) return { state: "holds", detail };
    return { state: "weaker", detail: `${detail}: others may read it`, fix: `chmod 700 ${cacheDir}` };
  },
};
