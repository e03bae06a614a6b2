import { receive, tell } from "./door.ts";
import { decodeEarly, decodeShell, MAX_GENERATED_BYTES } from "./head-start.ts";
import { decodeJob, type GuestBlobs, type GuestJob } from "./job.ts";
import { validateWhole } from "./loader.ts";
import type { EditedModule } from "./rations.ts";

export interface ReceivedJob {
  readonly job: GuestJob;
  readonly blobs: GuestBlobs;
  /** What was compiled before the job came, by where it starts in the component. */
  readonly early: ReadonlyMap<number, EditedModule>;
}

/** Waits for the job, and makes use of what comes before it. */
export function receiveJob(): ReceivedJob {
  let frame = receive();
  const shell = decodeShell(frame);
  if (shell !== undefined) {
    tell("generated", generatedOf(shell));
    frame = receive();
  }
  const modules = decodeEarly(frame);
  if (modules === undefined) return { ...decodeJob(frame), early: new Map() };
  validateWhole();
  const early = new Map(modules.map(({ start, pieces: [bytes = NOTHING] }) => [start, compileEarly(bytes)]));
  return { ...decodeJob(receive()), early };
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
function compileEarly(bytes: Uint8Array): EditedModule {
  try {
    return { bytes, compiled: new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>) };
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return { bytes };
    throw error;
  }
}
