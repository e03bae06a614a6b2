import type { PathGrants } from "../../policy/grants.ts";
import { FIXED_LIMITS } from "../../policy/limits.ts";
import type { Decision } from "../decision.ts";
import { closeAccess, openAccess } from "./access.ts";
import { UNLIMITED } from "./allowance.ts";
import { openDescriptorEntry } from "./descriptor-entry.ts";
import type { Direction } from "./domain.ts";
import { openPathEntry } from "./path-entry.ts";
import { reading } from "./read-content.ts";
import { type Job, request } from "./request.ts";
import { surroundings } from "./surroundings.ts";
import { writing } from "./write-content.ts";

export interface ProbeOptions {
  /** Absolute: the folder that a relative path starts from. */
  readonly cwd: string;
  readonly protectedPaths: readonly string[];
  readonly home: string;
  /** False for `--dir=/`, which opens the credential places too. */
  readonly isRootOrdinary?: boolean | undefined;
}

/** What a run would decide on one path, by the same walk and the same judgement, without the act. */
export async function probe(
  path: string,
  direction: Direction,
  granted: PathGrants,
  options: ProbeOptions,
): Promise<Decision<undefined>> {
  const openEntry = process.platform === "linux" ? openDescriptorEntry : openPathEntry;
  const capability = direction === "read" ? "filesystem-read" : "filesystem-write";
  const access = openAccess(capability, granted, openEntry, options.isRootOrdinary);
  const denied = {
    read: direction === "read" ? granted.denied : [],
    write: direction === "write" ? granted.denied : [],
  };
  const around = surroundings(
    { ...options, unwritablePaths: [], denied, ordinaryDirs: false },
    [access],
    access.grants.length > 0,
  );
  try {
    return await request(path, access, around, harmless(direction));
  } finally {
    await closeAccess(access);
  }
}

function harmless(direction: Direction): Job<undefined> {
  const content = { content: new Uint8Array(), maxBytes: 0, allowance: UNLIMITED, touched: () => {} };
  const real = direction === "read" ? reading(FIXED_LIMITS.doorMessageBytes, UNLIMITED) : writing(content);
  return { judge: (end) => real.judge(end), act: async () => ({ kind: "done", value: undefined }) };
}
