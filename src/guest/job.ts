import { splitFields, u32 } from "./messages.ts";

/** What the broker tells the guest process to do: the first frame it sends, made of the header as JSON and the blobs. */
export interface GuestJob {
  readonly call: GuestCall;
  /** Core modules by the name that the generated code asks for: a range of `component`, or of `extra`. */
  readonly modules: Readonly<Record<string, ModuleRange>>;
  /** What they may use together. */
  readonly rations: RationLimits;
  /** Nobody has validated the core modules before: they are validated as a whole when they are loaded. */
  readonly validate: boolean;
  /** Arguments of the program, its own name first. */
  readonly args: readonly string[];
  readonly env: readonly (readonly [name: string, value: string])[];
  /** Virtual clock and seeded random numbers. */
  readonly deterministic: boolean;
  /** A longer result is not sent but reported as `limited`. */
  readonly maxResultBytes: number;
}

export interface ModuleRange {
  readonly from: "component" | "extra";
  readonly start: number;
  readonly end: number;
  /** Where its edits lie in `extra`. */
  readonly edits: readonly [start: number, end: number];
}

/** What all core modules of a guest may use together. */
export interface RationLimits {
  /** Pages of 64 KiB, of all memories. */
  readonly pages: number;
  /** Elements of all tables. */
  readonly elements: number;
  /** Units of fuel; undefined when the modules do not count it. */
  readonly fuel?: number | undefined;
}

/**
 * Which export to call. `scanCode` calls a scanner with the text in the job's `input` blob, `scanSkill` with the list of
 * files that it holds as JSON; `invoke` calls the function
 * that the blob names (`invoke.ts`); `startModule` runs the one core module that `component` is then (`preview1/`);
 * `httpHandle` answers one request.
 */
export type GuestCall = "skillRun" | "cliRun" | "scanCode" | "scanSkill" | "invoke" | "startModule" | "httpHandle";

/** The job's blobs, in their order after the header. */
export interface GuestBlobs {
  /** Script text of the generated glue. */
  readonly source: Uint8Array;
  /** V8 code cache of `source`; empty when there is none. */
  readonly codeCache: Uint8Array;
  readonly component: Uint8Array;
  readonly extra: Uint8Array;
  readonly input: Uint8Array;
}

/** The first frame of the broker, in parts that are sent one after the other: the component is not copied again. */
export function encodeJob(job: GuestJob, blobs: GuestBlobs): Uint8Array[] {
  const { source, codeCache, component, extra, input } = blobs;
  const parts = [Buffer.from(JSON.stringify(job)), source, codeCache, component, extra, input];
  const fields = parts.flatMap((part) => [u32(part.length), part]);
  return [u32(sizeOf(fields)), ...fields];
}

export function decodeJob(body: Uint8Array): { job: GuestJob; blobs: GuestBlobs } {
  const [header, source, codeCache, component, extra, input] = splitFields(body, 6) ?? [];
  if (!(header && source && codeCache && component && extra && input)) throw new Error("malformed job");
  const job = JSON.parse(new TextDecoder().decode(header)) as GuestJob;
  return { job, blobs: { source, codeCache, component, extra, input } };
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
