import type { Prepared } from "../engine/prepared.ts";
import { encodeJob, type GuestCall, type GuestJob, type ModuleRange } from "../guest/messages.ts";
import type { Installation } from "../installation.ts";
import { type IsolatedPlan, type Isolation, planIsolated } from "../isolation/index.ts";
import type { LaunchJob } from "../isolation/launcher.ts";
import { bubblewrapWorks } from "../isolation/verdict.ts";
import { FIXED_LIMITS, type Limits } from "../policy/limits.ts";

/** Everything that is decided before the guest process starts, as data. */
export function planGuest(
  installation: Installation,
  limits: Limits,
  isolation: Isolation = "auto",
): IsolatedPlan & { readonly job: LaunchJob } {
  const job: LaunchJob = {
    engine: installation.engine,
    distDir: installation.distDir,
    entry: `${installation.distDir}/guest.cjs`,
    nodeFlags: [
      `--wasm-max-mem-pages=${Math.floor(limits.maxMemoryBytes / WASM_PAGE)}`,
      `--max-old-space-size=${FIXED_LIMITS.guestHeapMiB}`,
      // A module is validated as a whole on the first run of its digest (`GuestJob.validate`), and by function later.
      "--wasm-lazy-validation",
      // Optimising a function costs more than a short skill has; one that is hot still gets there within tenths of a second.
      "--wasm-tiering-budget=200000000",
    ],
    // The kernel's own deadline: it holds when this process is stopped, blocked or dead.
    cpuSeconds: Math.ceil(limits.timeoutMs / 1000) + 1,
    memoryBytes: limits.maxMemoryBytes + FIXED_LIMITS.guestHeapMiB * 1024 * 1024,
  };
  return { job, ...planIsolated(job, isolation, (plan) => bubblewrapWorks(job, plan, installation.cacheDir)) };
}

const WASM_PAGE = 65_536;

/** The frame that tells the guest process what to load and which export to call. */
export function encodeGuestJob(
  prepared: Prepared,
  component: Uint8Array,
  call: GuestCall,
  options: Pick<GuestJob, "maxResultBytes" | "args" | "env" | "deterministic"> & {
    readonly input: string | Uint8Array;
  },
): Uint8Array[] {
  const inline: Uint8Array[] = [];
  const modules: Record<string, ModuleRange> = {};
  let extra = 0;
  for (const { name, at } of prepared.modules) {
    if (!(at instanceof Uint8Array)) {
      modules[name] = { from: "component", start: at[0], end: at[1] };
      continue;
    }
    modules[name] = { from: "extra", start: extra, end: extra + at.length };
    extra += at.length;
    inline.push(at);
  }
  const { input, ...rest } = options;
  return encodeJob(
    { call, modules, validate: !prepared.cached, ...rest },
    {
      source: Buffer.from(prepared.source),
      codeCache: prepared.codeCache ?? new Uint8Array(),
      component,
      extra: Buffer.concat(inline),
      input: typeof input === "string" ? Buffer.from(input) : input,
    },
  );
}
