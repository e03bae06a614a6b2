import { existsSync } from "node:fs";
import { SandboxError } from "../../errors.ts";
import { resolveAuthority } from "../../policy/authority.ts";
import { ceilingPaths } from "../../policy/ceiling.ts";
import type { PolicySettings } from "../../policy/policy-file.ts";
import type { Check } from "../check.ts";

/** A ceiling that cannot be believed stops every run, which is worth knowing before one is started. */
export const ceilings: Check = {
  id: "ceilings",
  title: "operator ceilings",
  async look({ cwd, environment }) {
    try {
      const { settings } = await resolveAuthority({ flags: {}, cwd, environment });
      const found = ceilingPaths(environment, [cwd]).filter((path) => existsSync(path));
      if (found.length === 0) return { state: "holds", detail: "none: flags and policy files decide alone" };
      return { state: "holds", detail: [...found, ...demands(settings)].join(", ") };
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error;
      return { state: "absent", detail: `every run stops: ${error.message}`, fix: error.hint };
    }
  },
};

function demands({ isolation, requireWalls, auditLog }: PolicySettings): string[] {
  return [
    ...(isolation === undefined ? [] : [`isolation ${isolation}`]),
    ...(requireWalls === true ? ["walls required"] : []),
    ...(auditLog === undefined ? [] : [`audit log ${auditLog}`]),
  ];
}
