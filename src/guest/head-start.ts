import { splitFields, u32 } from "./messages.ts";

/*
 * What a guest process does on the first run of a component's digest, before it has a job. It runs the generator on the
 * component's shell and says what came of it (`generated`); then, while that is checked, it validates and compiles the
 * component's modules. Nothing of the component runs. Each is a frame of its own; what follows the first comes after its
 * answer, and the second is too long for anything behind it to be read along.
 */

/** A module of the component, validated and compiled before the job is there. */
export interface EarlyModule {
  /** Where it starts in the component. */
  readonly start: number;
  /** The edited module, in pieces. */
  readonly pieces: readonly Uint8Array[];
}

/** About four times what the largest known component needs (every interface of WASI 0.2: 2 MB of glue). */
export const MAX_GENERATED_BYTES = 8 * 1024 * 1024;

/** The frame with a shell (`shellOf`, src/engine/shell.ts). */
export function encodeShell(shell: Uint8Array): Uint8Array[] {
  return [u32(shell.length + 4), u32(shell.length), shell];
}

/** Undefined when the frame is another one: it has fewer fields than all others. */
export function decodeShell(body: Uint8Array): Uint8Array | undefined {
  return splitFields(body, 1)?.[0];
}

/** The frame with modules, in parts: nothing of them is copied. */
export function encodeEarly(modules: readonly EarlyModule[]): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(modules.map(({ start, pieces }) => [start, lengthOf(pieces)])));
  const pieces = modules.flatMap((module) => module.pieces);
  const parts = [u32(header.length), header, u32(lengthOf(pieces)), ...pieces];
  return [u32(lengthOf(parts)), ...parts];
}

/** Undefined when the frame is another one. */
export function decodeEarly(body: Uint8Array): EarlyModule[] | undefined {
  const [header, modules] = splitFields(body, 2) ?? [];
  if (!(header && modules)) return undefined;
  let taken = 0;
  const places = JSON.parse(new TextDecoder().decode(header)) as [start: number, length: number][];
  return places.map(([start, length]) => {
    taken += length;
    return { start, pieces: [modules.subarray(taken - length, taken)] };
  });
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
