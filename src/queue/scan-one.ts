import { SandboxError } from "../errors.ts";
import { scan } from "../scan.ts";
import type { Finding } from "../scanner/finding.ts";
import type { SkillReport } from "../scanner/report.ts";
import type { Scanner } from "../scanner/scanner.ts";

/** What a job leaves behind. */
export type JobReport =
  | { readonly skills: readonly SkillReport[]; readonly findings: readonly Finding[] }
  | { readonly error: string };

/**
 * Scans what a job names. A path that cannot be read is a result: trying again elsewhere would not help.
 *
 * @param check Throws a SandboxError for a path that must not be scanned here.
 */
export async function scanOne(path: string, scanner: Scanner, check: (path: string) => void): Promise<JobReport> {
  try {
    check(path);
    const { skills, findings } = await scan({ targets: [{ kind: "path", path }], scanner });
    return { skills, findings };
  } catch (error) {
    if (error instanceof SandboxError && error.code !== "internal") return { error: error.message };
    throw error;
  }
}
