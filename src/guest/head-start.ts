import { splitFields, u32 } from "./messages.ts";

/**
 * A large component on its digest's first run, sent while its glue is still being made: the guest process validates and
 * compiles its modules meanwhile. It is a frame of its own before the job, whose `component` is empty then.
 */
export interface HeadStart {
  readonly component: Uint8Array;
  readonly modules: readonly EarlyModule[];
}

export interface EarlyModule {
  /** Where it lies in the component, as [start, end). */
  readonly at: readonly [start: number, end: number];
  readonly edits: Uint8Array;
}

/** The frame, in parts: the component is not copied. */
export function encodeHeadStart({ component, modules }: HeadStart): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(modules.map(({ at, edits }) => [...at, edits.length])));
  const edits = modules.map((module) => module.edits);
  const editsLength = edits.reduce((sum, { length }) => sum + length, 0);
  const length = header.length + component.length + editsLength + FIELDS * 4;
  return [u32(length), u32(header.length), header, u32(component.length), component, u32(editsLength), ...edits];
}

/** Undefined when the frame is another one: it has fewer fields than a job. */
export function decodeHeadStart(body: Uint8Array): HeadStart | undefined {
  const [header, component, edits] = splitFields(body, FIELDS) ?? [];
  if (!(header && component && edits)) return undefined;
  let taken = 0;
  const modules = (JSON.parse(new TextDecoder().decode(header)) as [number, number, number][]).map(
    ([start, end, length]): EarlyModule => {
      taken += length;
      return { at: [start, end], edits: edits.subarray(taken - length, taken) };
    },
  );
  return { component, modules };
}

const FIELDS = 3;
