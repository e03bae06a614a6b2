import { receive, tell } from "./door.ts";
import { applyEdits } from "./edits.ts";
import { decodeHeadStart, type EarlyModule, MAX_GENERATED_BYTES } from "./head-start.ts";
import { decodeJob, type GuestBlobs, type GuestJob } from "./job.ts";
import { validateWhole } from "./loader.ts";

export interface ReceivedJob {
  readonly job: GuestJob;
  readonly blobs: GuestBlobs;
  /** What was compiled before the job came, by where it starts in the component. */
  readonly compiled: ReadonlyMap<number, WebAssembly.Module>;
}

/** Waits for the job, and makes use of what comes before it. */
export function receiveJob(): ReceivedJob {
  const first = receive();
  const headStart = decodeHeadStart(first);
  if (headStart === undefined) return { ...decodeJob(first), compiled: new Map() };
  const { shell, component, modules } = headStart;
  tell("generated", generatedOf(shell));
  validateWhole();
  const compiled = new Map(
    modules.flatMap((module) => {
      const early = compileEarly(component, module);
      return early === undefined ? [] : [[module.at[0], early] as const];
    }),
  );
  const { job, blobs } = decodeJob(receive());
  return { job, blobs: component.length > 0 ? { ...blobs, component } : blobs, compiled };
}

/** Nothing where it fails: the prepare helper then does it again, and says what is wrong. */
function generatedOf(shell: Uint8Array): Uint8Array {
  try {
    // A file of its own, which most runs never read.
    const { answerTo } = require(`${__dirname}/answer-to.cjs`) as { answerTo(shell: Uint8Array): Uint8Array };
    const answer = answerTo(shell);
    return answer.length > MAX_GENERATED_BYTES ? NOTHING : answer;
  } catch {
    return NOTHING;
  }
}

const NOTHING = new Uint8Array();

/** One that is not valid is compiled again when the glue asks for it, and the run ends with what is said then. */
function compileEarly(component: Uint8Array, { at, edits }: EarlyModule): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(applyEdits(component.subarray(...at), edits) as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return undefined;
    throw error;
  }
}
