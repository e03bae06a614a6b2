import type { Prepared } from "../engine/prepared.ts";
import { encodeJob, type GuestCall, type GuestJob, type ModuleRange, type RationLimits } from "../guest/job.ts";
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
    // The generator, which it runs on the first run of a component's digest.
    readable: [`${installation.distDir}/answer-to.cjs`, `${installation.distDir}/engine/bindgen.wasm`],
    nodeFlags: [
      `--wasm-max-mem-pages=${Math.floor(limits.maxMemoryBytes / WASM_PAGE)}`,
      `--wasm-max-table-size=${Math.min(Math.max(limits.maxTableElements, OWN_ELEMENTS), V8_MAX_ELEMENTS)}`,
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
/** The guest has one table of ours, of three hooks (src/guest/rations.ts). */
const OWN_ELEMENTS = 3;
/** V8 takes no more: `node --v8-options` of Node 26.10. */
const V8_MAX_ELEMENTS = 10_000_000;

/** The frame that tells the guest process what to load and which export to call. */
export function encodeGuestJob(
  prepared: Prepared,
  component: Uint8Array,
  call: GuestCall,
  options: Pick<GuestJob, "maxResultBytes" | "rations" | "args" | "env" | "deterministic"> & {
    readonly input: string | Uint8Array;
  },
): Uint8Array[] {
  const inline: Uint8Array[] = [];
  const modules: Record<string, ModuleRange> = {};
  let extra = 0;
  const add = (bytes: Uint8Array): readonly [number, number] => {
    inline.push(bytes);
    extra += bytes.length;
    return [extra - bytes.length, extra];
  };
  for (const module of prepared.modules) {
    const made = module.at instanceof Uint8Array;
    const [start, end] = module.at instanceof Uint8Array ? add(module.at) : module.at;
    modules[module.name] = { from: made ? "extra" : "component", start, end, edits: add(module.edits) };
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

/** What the guest process watches over itself. */
export function rationsOf({ maxMemoryBytes, maxTableElements, fuel }: Limits): RationLimits {
  return { pages: Math.floor(maxMemoryBytes / WASM_PAGE), elements: maxTableElements, fuel };
}
