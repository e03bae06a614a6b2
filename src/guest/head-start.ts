import { splitFields, u32 } from "./messages.ts";

/**
 * What a guest process does on the first run of a component's digest, before it has a job. It runs the generator on the
 * component's shell and says what came of it (`generated`); then it validates and compiles the modules that came along
 * while that is checked. Nothing of the component runs. It is a frame of its own, and no other comes before that answer.
 */
export interface HeadStart {
  /** `shellOf` (src/engine/shell.ts). */
  readonly shell: Uint8Array;
  /** None where they come with the job as part of the component, as they do for a small one. */
  readonly modules: readonly EarlyModule[];
}

export interface EarlyModule {
  /** Where it starts in the component. */
  readonly start: number;
  /** The edited module, in pieces. */
  readonly pieces: readonly Uint8Array[];
}

/** About four times what the largest known component needs (every interface of WASI 0.2: 2 MB of glue). */
export const MAX_GENERATED_BYTES = 8 * 1024 * 1024;

/** The frame, in parts: nothing of the modules is copied. */
export function encodeHeadStart({ shell, modules }: HeadStart): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(modules.map(({ start, pieces }) => [start, lengthOf(pieces)])));
  const pieces = modules.flatMap((module) => module.pieces);
  const parts = [u32(shell.length), shell, u32(header.length), header, u32(lengthOf(pieces)), ...pieces];
  return [u32(lengthOf(parts)), ...parts];
}

/** Undefined when the frame is another one: it has fewer fields than a job. */
export function decodeHeadStart(body: Uint8Array): HeadStart | undefined {
  const [shell, header, modules] = splitFields(body, FIELDS) ?? [];
  if (!(shell && header && modules)) return undefined;
  let taken = 0;
  const places = JSON.parse(new TextDecoder().decode(header)) as [start: number, length: number][];
  return {
    shell,
    modules: places.map(([start, length]) => {
      taken += length;
      return { start, pieces: [modules.subarray(taken - length, taken)] };
    }),
  };
}

const FIELDS = 3;

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
