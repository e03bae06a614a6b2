import { randomness } from "../randomness.ts";
import type { Host } from "./host.ts";

export function random({ memory }: Host) {
  return { random_get: (pointer: number, length: number) => randomness.fill(memory.bytes(pointer, length)) };
}
