import { digestOf } from "../../run/verify-engine.ts";
import type { Check } from "../check.ts";

export const engine: Check = {
  id: "engine",
  title: "pinned engine",
  needed: true,
  look({ installation }) {
    const { path, version, pinned, digest } = installation.engine;
    if (!pinned) {
      const denies = Number.parseInt(version, 10) >= 25;
      return {
        state: denies ? "weaker" : "absent",
        detail: `not installed; Node ${version} would be used, which ${denies ? "denies" : "cannot deny"} the network`,
        fix: "install the optional dependencies of wasm-sandbox: npm install --include=optional",
      };
    }
    if (digestOf(path) === digest) return { state: "holds", detail: `Node ${version}, digest verified: ${path}` };
    return { state: "absent", detail: `not the published binary: ${path}`, fix: "reinstall wasm-sandbox" };
  },
};
