import { splitFields, u32 } from "./messages.ts";

/**
 * What a guest process does on the first run of a component's digest, before it has a job. It runs the generator on the
 * component's shell and says what came of it (`generated`); then it validates and compiles the modules that came along
 * while that is checked. Nothing of the component runs. It is a frame of its own, and no other comes before that answer.
 */
export interface HeadStart {
  /** `shellOf` (src/engine/shell.ts). */
  readonly shell: Uint8Array;
  /** All of it where modules come along, and the job's `component` is empty then; else nothing. */
  readonly component: Uint8Array;
  readonly modules: readonly EarlyModule[];
}

export interface EarlyModule {
  /** Where it lies in the component, as [start, end). */
  readonly at: readonly [start: number, end: number];
  readonly edits: Uint8Array;
}

/** About four times what the largest known component needs (every interface of WASI 0.2: 2 MB of glue). */
export const MAX_GENERATED_BYTES = 8 * 1024 * 1024;

/** The frame, in parts: the component is not copied. */
export function encodeHeadStart({ shell, component, modules }: HeadStart): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(modules.map(({ at, edits }) => [...at, edits.length])));
  const edits = modules.map((module) => module.edits);
  const editsLength = edits.reduce((sum, { length }) => sum + length, 0);
  const length = shell.length + header.length + component.length + editsLength + FIELDS * 4;
  const parts = [u32(shell.length), shell, u32(header.length), header, u32(component.length), component];
  return [u32(length), ...parts, u32(editsLength), ...edits];
}

/** Undefined when the frame is another one: it has fewer fields than a job. */
export function decodeHeadStart(body: Uint8Array): HeadStart | undefined {
  const [shell, header, component, edits] = splitFields(body, FIELDS) ?? [];
  if (!(shell && header && component && edits)) return undefined;
  let taken = 0;
  const modules = (JSON.parse(new TextDecoder().decode(header)) as [number, number, number][]).map(
    ([start, end, length]): EarlyModule => {
      taken += length;
      return { at: [start, end], edits: edits.subarray(taken - length, taken) };
    },
  );
  return { shell, component, modules };
}

const FIELDS = 4;
