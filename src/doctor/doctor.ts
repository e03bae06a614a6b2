import type { Installation } from "../installation.ts";
import { planLaunch } from "../isolation/process.ts";
import type { Check, Finding, Machine } from "./check.ts";
import { MACHINE, PROMISES } from "./checks/index.ts";
import { type ProbeResult, probe, probeJob, withoutPermissions } from "./probe.ts";

/** One line of the diagnosis. */
export interface Row extends Finding {
  readonly id: string;
  readonly title: string;
}

export interface Diagnosis {
  readonly machine: readonly Row[];
  readonly promises: readonly Row[];
  /** Titles of what is absent and cannot be done without. */
  readonly missing: readonly string[];
}

/** Tries what this machine gives. Nothing of the user's is read or changed, and nothing is left behind. */
export async function diagnose(
  installation: Installation,
  { cwd, environment }: Pick<Machine, "cwd" | "environment">,
): Promise<Diagnosis> {
  let probed: Promise<ProbeResult | string> | undefined;
  const machine: Machine = {
    installation,
    cwd,
    environment,
    nativeProbe() {
      probed ??= probe(withoutPermissions(planLaunch(probeJob(installation))));
      return probed;
    },
  };
  const found = await rows(MACHINE, machine);
  const promises = await rows(PROMISES, machine);
  const missing = [...MACHINE, ...PROMISES].filter(
    ({ id, needed }) =>
      needed === true && [...found, ...promises].some((row) => row.id === id && row.state === "absent"),
  );
  return { machine: found, promises, missing: missing.map(({ title }) => title) };
}

/** One after the other: some of them measure time. */
async function rows(checks: readonly Check[], machine: Machine): Promise<Row[]> {
  const done: Row[] = [];
  for (const check of checks) done.push({ id: check.id, title: check.title, ...(await check.look(machine)) });
  return done;
}
