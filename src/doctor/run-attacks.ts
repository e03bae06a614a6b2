import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CapabilityDecision } from "../broker/broker.ts";
import type { Installation } from "../installation.ts";
import { planIsolated } from "../isolation/index.ts";
import { bubblewrapWorks } from "../isolation/verdict.ts";
import { DEFAULT_LIMITS } from "../policy/limits.ts";
import { resolveGrants } from "../policy/resolve.ts";
import { run } from "../run.ts";
import type { Attack, AttackContext, AttackResult } from "./attack.ts";
import { probe, probeJob, withoutPermissions } from "./probe.ts";

export interface AttackRow extends AttackResult {
  readonly id: string;
  readonly title: string;
}

/** Runs attacks one after the other on this machine, each in a folder of its own that is removed afterwards. */
export async function runAttacks(
  attacks: readonly Attack[],
  installation: Installation,
  options: { readonly signal: AbortSignal; readonly onRow: (row: AttackRow) => void },
): Promise<readonly AttackRow[]> {
  const rows: AttackRow[] = [];
  for (const attack of attacks) {
    const row = { id: attack.id, title: attack.title, ...(await attempt(attack, installation, options.signal)) };
    // What was interrupted proves nothing.
    if (options.signal.aborted) break;
    options.onRow(row);
    rows.push(row);
  }
  return rows;
}

async function attempt(attack: Attack, installation: Installation, signal: AbortSignal): Promise<AttackResult> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-attack-"));
  try {
    return await attack.run(contextOf(attack, installation, folder, signal));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function contextOf(attack: Attack, installation: Installation, folder: string, signal: AbortSignal): AttackContext {
  return {
    folder,
    async runGuest(flags, limits) {
      let denials = 0;
      const request = {
        component: join(installation.distDir, "attacks", `${attack.id}.wasm`),
        grants: resolveGrants(flags, folder),
        limits: { ...DEFAULT_LIMITS, ...limits },
        cwd: folder,
        installation,
        signal,
      };
      const onDecision = ({ allowed }: CapabilityDecision) => {
        if (!allowed) denials += 1;
      };
      const result = await run(request, { onDecision });
      return { ...result, denials };
    },
    probe() {
      const job = probeJob(installation);
      const { plan } = planIsolated(job, "auto", (planned) => bubblewrapWorks(job, planned, installation.cacheDir));
      return probe(withoutPermissions(plan));
    },
  };
}
