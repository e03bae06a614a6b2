import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { createBroker } from "../../src/broker/broker.ts";
import { OPERATIONS, type OperationName, u32, u64 } from "../../src/guest/messages.ts";
import { DEFAULT_LIMITS, MIB } from "../../src/policy/limits.ts";
import { resolveGrants } from "../../src/policy/resolve.ts";
import { edgeU32, fromHex, hex } from "../bytes.ts";
import { defineTarget } from "../target.ts";
import { layOut, snapshot } from "./paths-tree.ts";

const LIMITS = { ...DEFAULT_LIMITS, maxOpenFiles: 20, maxDiskBytes: MIB };
const MAX_ANSWER_BYTES = 16 * MIB;

/** Where `Handles` begins to count. */
const FIRST_HANDLE = 1000;
const TREE = [
  { at: "grant/a", kind: "folder" },
  { at: "grant/a/b", kind: "file" },
  { at: "grant/c", kind: "file" },
] as const;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
/** The first is the granted folder's, and the others follow; now and then one that names nothing. */
const handle = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3) },
    { weight: 1, arbitrary: fc.nat(60) },
  )
  .map((number) => u32(FIRST_HANDLE + number));
const plain = fc.constantFrom("a", "a/b", "c", "new", "a/new", "a/../c", "new/a", ".");
/** Links and paths that leave go up by dots, or to /etc. */
const odd = fc
  .array(fc.constantFrom("a", "b", "c", "new", "..", "../../outside", ".", "", "/etc", "\0", "secret", "é"), {
    maxLength: 4,
  })
  .map((names) => names.join("/"));
const path = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: odd }).map(bytesOf);
const size = fc.oneof(
  fc.bigInt({ min: 0n, max: 40n }),
  fc.constantFrom(2n ** 31n, 2n ** 53n, 2n ** 60n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n),
);
const long = size.map(u64);
const time = fc.oneof(fc.constant(new Uint8Array()), fc.constant(Uint8Array.of(1)), long);
const bit = fc.constantFrom(0, 1, 2, 255).map((value) => Uint8Array.of(value));
const flags = fc.oneof(fc.constantFrom(1, 3, 7, 7, 15, 32, 65, 71), fc.nat(127), edgeU32).map(u32);
const content = fc.uint8Array({ maxLength: 20 });
const count = edgeU32.map(u32);
const junk = fc.uint8Array({ maxLength: 10 });

/** What each operation expects in its fields. */
const SHAPES: Partial<Record<OperationName, readonly fc.Arbitrary<Uint8Array>[]>> = {
  readFile: [path],
  writeFile: [path, content],
  preopens: [],
  openAt: [handle, path, flags],
  readAt: [handle, long, count],
  writeAt: [handle, long, content],
  append: [handle, content],
  stat: [handle],
  statAt: [handle, path, bit],
  setSize: [handle, long],
  setTimes: [handle, time, time],
  setTimesAt: [handle, path, bit, time, time],
  sync: [handle, bit],
  openListing: [handle],
  nextEntries: [handle],
  makeFolderAt: [handle, path],
  removeFolderAt: [handle, path],
  unlinkFileAt: [handle, path],
  renameAt: [handle, path, handle, path],
  linkAt: [handle, path, bit, handle, path],
  symlinkAt: [path, handle, path],
  readLinkAt: [handle, path],
  readStdin: [count],
  close: [handle],
  wait: [fc.constant(u64(0n)), fc.array(handle, { maxLength: 3 }).map((each) => new Uint8Array(Buffer.concat(each)))],
};

/** What the others need first. */
const OFTEN: readonly OperationName[] = ["openAt", "openAt", "openAt", "openAt", "openAt", "symlinkAt", "openListing"];

const request = fc.constantFrom(...OFTEN, ...(Object.keys(SHAPES) as OperationName[])).chain((operation) => {
  const shapes = SHAPES[operation] ?? [];
  // A wait of any length would be waited for.
  const weight = operation === "wait" ? 0 : 1;
  const fields = shapes.map((shape) => hex(fc.oneof({ weight: 15, arbitrary: shape }, { weight, arbitrary: junk })));
  return fc.record({ operation: fc.constant(operation), fields: fc.tuple(...fields).map((values) => [...values]) });
});

/** The broker's work for a WASI guest: any requests in any order are answered, and nothing outside the grant shows or changes. */
export const requests = defineTarget({
  name: "requests",
  inputs: fc.record({ steps: fc.array(request, { minLength: 3, maxLength: 40, size: "max" }) }),
  gateRuns: 15,
  async check({ steps }) {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), "wasm-sandbox-fuzz-"));
    const base = join(folder, "1/2/3/4/5/6/7/8");
    mkdirSync(base, { recursive: true });
    try {
      layOut(base, TREE);
      const outside = snapshotOutside(base);
      const descriptors = openDescriptors();
      await runAll(base, steps);
      assert.deepEqual(snapshotOutside(base), outside, "something outside the grant changed");
      await closed(descriptors);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

interface Step {
  readonly operation: OperationName;
  readonly fields: readonly string[];
}

async function runAll(base: string, steps: readonly Step[]): Promise<void> {
  const broker = brokerOf(join(base, "grant"));
  try {
    await broker.answer({ operation: "preopens", fields: [] });
    for (const { operation, fields } of steps) {
      const asked = { operation, fields: fields.map(fromHex) };
      if (OPERATIONS[operation].answered) checkAnswer(await broker.answer(asked));
      else broker.tell(asked);
    }
  } finally {
    broker.close();
  }
}

function brokerOf(grant: string) {
  return createBroker({
    grants: resolveGrants({ fsRead: [grant], fsWrite: [grant] }, "/"),
    limits: LIMITS,
    deterministic: false,
    cwd: grant,
    protectedPaths: [],
    unwritablePaths: [],
    deadline: performance.now() + 60_000,
    recorder: { record: () => true } as never,
    onDecision: () => {},
    onLimit: () => {},
  });
}

function checkAnswer(answer: { readonly done: string | Uint8Array } | { readonly refused: string }): void {
  if ("refused" in answer) {
    assert.equal(typeof answer.refused, "string");
    return;
  }
  const bytes = Buffer.from(answer.done as string);
  assert(bytes.length <= MAX_ANSWER_BYTES, `an answer of ${bytes.length} bytes`);
  assert(!bytes.includes("OUTSIDE"), "the content of a file outside was given");
}

function snapshotOutside(base: string): [string, string][] {
  return [...snapshot(base)].filter(([at]) => !at.startsWith(join(base, "grant/")));
}

/** Only Linux says. */
function openDescriptors(): number {
  return existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0;
}

/** What was opened for the guest is given back soon after its end. */
async function closed(before: number): Promise<void> {
  for (let tries = 0; tries < 2000 && openDescriptors() > before; tries += 1) await sleep(1);
  assert(openDescriptors() <= before, `${openDescriptors() - before} descriptors were left open`);
}
