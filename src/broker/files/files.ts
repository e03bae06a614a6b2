import { homedir } from "node:os";
import type { DirGrant, PathGrants } from "../../policy/grants.ts";
import { FIXED_LIMITS } from "../../policy/limits.ts";
import type { Decision } from "../decision.ts";
import type { Desk } from "../desk.ts";
import { type Access, closeAccess, openAccess } from "./access.ts";
import { type Allowance, UNLIMITED } from "./allowance.ts";
import { callCounter } from "./call-counter.ts";
import { type ChangedFile, changeList } from "./change-list.ts";
import { openDescriptorEntry } from "./descriptor-entry.ts";
import type { OpenEntry } from "./entry.ts";
import { openPathEntry } from "./path-entry.ts";
import { reading } from "./read-content.ts";
import { type Announce, type Job, request } from "./request.ts";
import { surroundings } from "./surroundings.ts";
import { openWasiFiles, type WasiFiles } from "./wasi-files.ts";
import { writing } from "./write-content.ts";

export interface FileGrants {
  readonly read: PathGrants;
  readonly write: PathGrants;
  readonly dirs?: readonly DirGrant[];
}

export interface FilesOptions {
  /** Absolute: the folder that a guest's relative paths start from. */
  readonly cwd: string;
  /** Absolute paths of our own (cache, policy, audit log, package, engine), existing or not. No grant opens them. */
  readonly protectedPaths: readonly string[];
  /** Absolute paths of what is believed about the guest: its component and manifest. No grant lets it write there. */
  readonly unwritablePaths?: readonly string[] | undefined;
  /** Absolute: the operator's home, whose credential places are known by object as well as by name. */
  readonly home?: string | undefined;
  /** What the run may still use up; without it nothing is counted. */
  readonly allowance?: Allowance | undefined;
  /** What is denied may be asked about, and granted while the run goes on. */
  readonly asks?: boolean | undefined;
  /** The most that one read returns and one write takes. */
  readonly fileBytes?: number | undefined;
}

/** The file half of the broker: each call decides by the grants and then does the work itself. */
export interface Files {
  /** The whole of a file, which must be valid UTF-8. */
  readFile(path: string, announce?: Announce): Promise<Decision<string>>;
  /** Replaces the content of a file, or creates it, readable and writable for its owner alone. */
  writeFile(path: string, content: Uint8Array, announce?: Announce): Promise<Decision<undefined>>;
  /** The preopened folders of a WASI guest, and what it does in them. */
  wasi(desk: Desk): Promise<WasiFiles>;
  /** Every file whose content a write changed, also when that write failed half way. */
  changed(): readonly ChangedFile[];
  /** How many more changes there were than that list holds. */
  changesOmitted(): number;
  /** Gives the folders back once the calls under way have ended; later calls fail. */
  close(): void;
}

export function createFiles(grants: FileGrants, options: FilesOptions): Files {
  return createFilesOn(process.platform === "linux" ? openDescriptorEntry : openPathEntry, grants, options);
}

/** `createFiles` on a given way of holding objects. */
export function createFilesOn(openEntry: OpenEntry, grants: FileGrants, options: FilesOptions): Files {
  const read = openAccess("filesystem-read", grants.read, openEntry);
  const write = openAccess("filesystem-write", grants.write, openEntry);
  const { home = homedir(), fileBytes: maxBytes = FIXED_LIMITS.doorMessageBytes, allowance = UNLIMITED } = options;
  const { unwritablePaths = [] } = options;
  const denied = { read: grants.read.denied, write: grants.write.denied };
  const granted = [read, write].some((access) => access.grants.length > 0) || (grants.dirs ?? []).length > 0;
  const needed = granted || options.asks === true;
  const ordinaryDirs = (grants.dirs ?? []).some((dir) => dir.ordinary === true);
  const around = surroundings({ ...options, unwritablePaths, home, denied, ordinaryDirs }, [read, write], needed);
  const changes = changeList();
  const calls = callCounter(async () => {
    await Promise.all([closeAccess(read), closeAccess(write)]);
  });
  const decide = async <T>(path: string, access: Access, job: Job<T>, announce?: Announce): Promise<Decision<T>> => {
    return (await calls.during(() => request(path, access, around, job, announce))) ?? RUN_IS_OVER;
  };
  return {
    readFile: (path, announce) => decide(path, read, reading(maxBytes, allowance), announce),
    writeFile: (path, content, announce) =>
      decide(path, write, writing({ content, maxBytes, allowance, touched: changes.add }), announce),
    wasi: (desk) =>
      openWasiFiles({ accesses: { read, write }, dirs: grants.dirs ?? [], around, openEntry, desk, changes }),
    changed: changes.all,
    changesOmitted: changes.omitted,
    close: calls.close,
  };
}

const RUN_IS_OVER: Decision<never> = { kind: "failed", reason: "the run is over", rule: "closed" };
