import { receive } from "./door.ts";
import { applyEdits } from "./edits.ts";
import { decodeHeadStart, type EarlyModule } from "./head-start.ts";
import { decodeJob, type GuestBlobs, type GuestJob } from "./job.ts";
import { validateWhole } from "./loader.ts";

export interface ReceivedJob {
  readonly job: GuestJob;
  readonly blobs: GuestBlobs;
  /** What was compiled before the job came, by where it starts in the component. */
  readonly compiled: ReadonlyMap<number, WebAssembly.Module>;
}

/** Waits for the job; compiles what comes before it. */
export function receiveJob(): ReceivedJob {
  const first = receive();
  const headStart = decodeHeadStart(first);
  if (headStart === undefined) return { ...decodeJob(first), compiled: new Map() };
  const { component, modules } = headStart;
  validateWhole();
  const compiled = new Map(
    modules.flatMap((module) => {
      const early = compileEarly(component, module);
      return early === undefined ? [] : [[module.at[0], early] as const];
    }),
  );
  const { job, blobs } = decodeJob(receive());
  return { job, blobs: { ...blobs, component }, compiled };
}

/** One that is not valid is compiled again when the glue asks for it, and the run ends with what is said then. */
function compileEarly(component: Uint8Array, { at, edits }: EarlyModule): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(applyEdits(component.subarray(...at), edits) as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return undefined;
    throw error;
  }
}
