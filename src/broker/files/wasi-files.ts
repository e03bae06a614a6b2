import type { OperationName } from "../../guest/messages.ts";
import type { DirGrant } from "../../policy/grants.ts";
import type { Desk } from "../desk.ts";
import type { Answer, Request } from "../door.ts";
import type { Access, Grant } from "./access.ts";
import type { ChangeList } from "./change-list.ts";
import { type Direction, type Domain, dirDomain, grantsDomain, type OpenPlaces, openPlaces } from "./domain.ts";
import type { Entry, OpenEntry } from "./entry.ts";
import { FolderHandle } from "./folder-handle.ts";
import { growingDomain } from "./growing-domain.ts";
import { joinPath, type Location, splitPath } from "./host-path.ts";
import { identity } from "./identity.ts";
import { append, readAt, setSize, sync, writeAt } from "./operations/content.ts";
import { type FileContext, type FileOperation, refusedWith } from "./operations/context.ts";
import { nextEntries, openListing } from "./operations/listing.ts";
import {
  linkAt,
  makeFolderAt,
  readLinkAt,
  removeFolderAt,
  renameAt,
  symlinkAt,
  unlinkFileAt,
} from "./operations/names.ts";
import { openAt, tooManyOpen } from "./operations/open.ts";
import { stat, statAt } from "./operations/stat.ts";
import { setTimes, setTimesAt } from "./operations/times.ts";
import { ownLinks } from "./own-links.ts";
import { isStop } from "./refusals.ts";
import type { Surroundings } from "./request.ts";
import { openRoot, type Root } from "./root.ts";
import { failureOf } from "./system-errors.ts";

export interface WasiFilesOptions {
  readonly accesses: Readonly<Record<Direction, Access>>;
  readonly dirs: readonly DirGrant[];
  readonly around: Surroundings;
  readonly openEntry: OpenEntry;
  readonly desk: Desk;
  readonly changes: ChangeList;
}

/** Serves the file operations of a WASI guest. */
export interface WasiFiles {
  /** The answer, or undefined for an operation of another kind. */
  answer(request: Request): Promise<Answer> | undefined;
}

const OPERATIONS: Readonly<Partial<Record<OperationName, FileOperation>>> = {
  openAt,
  readAt,
  writeAt,
  append,
  stat,
  statAt,
  setSize,
  setTimes,
  setTimesAt,
  sync,
  openListing,
  nextEntries,
  makeFolderAt,
  removeFolderAt,
  unlinkFileAt,
  renameAt,
  linkAt,
  symlinkAt,
  readLinkAt,
};

export async function openWasiFiles(options: WasiFilesOptions): Promise<WasiFiles> {
  const { desk, changes } = options;
  const folders = [...(await grantedFolders(options)), ...(await dirFolders(options))];
  const context: FileContext = { desk, changes, identity: identity(desk.deterministic), links: ownLinks() };
  return {
    answer({ operation, fields }) {
      if (operation === "preopens") return Promise.resolve(preopens(context, folders));
      const operate = OPERATIONS[operation];
      return operate && perform(operate, context, fields).finally(forgetOnce);
    },
  };

  function forgetOnce(): void {
    for (const { domain } of folders) domain.growth?.forgetOnce();
  }
}

/** A folder as a guest finds it when it starts. */
interface Preopened {
  readonly name: string;
  readonly entry: Entry;
  readonly location: Location;
  readonly domain: Domain;
}

async function perform(operate: FileOperation, context: FileContext, fields: readonly Uint8Array[]): Promise<Answer> {
  try {
    return await operate(context, fields);
  } catch (error) {
    return refusedWith(failureOf(error).code);
  }
}

/** Fresh handles at each call: the preview 1 adapter drops those that it gets. */
function preopens(context: FileContext, folders: readonly Preopened[]): Answer {
  const list: { handle: number; name: string }[] = [];
  for (const { name, entry, location, domain } of folders) {
    const handle = context.desk.handles.put(new FolderHandle(entry, location, domain, false));
    if (handle === undefined) return tooManyOpen(context);
    list.push({ handle, name });
  }
  return { done: JSON.stringify(list) };
}

/**
 * Each granted folder under its own name, and the folder of each granted file; `/`, and the current folder as `.`, for a
 * bare flag, and where somebody can be asked: a guest can name nothing but what lies below a folder that it was given.
 */
async function grantedFolders({ accesses, around, openEntry, desk }: WasiFilesOptions): Promise<Preopened[]> {
  const grants = [...accesses.read.grants, ...accesses.write.grants];
  const opened = new Map<Grant, Root>();
  for (const grant of grants) {
    const root = await grant.root;
    if (!isStop(root)) opened.set(grant, root);
  }
  const forbidden = { read: await around.places("read"), write: await around.places("write") };
  const granted = { read: openPlaces(accesses.read, opened), write: openPlaces(accesses.write, opened) };
  const domain =
    desk.asking === undefined
      ? grantsDomain(granted, forbidden)
      : growingDomain((added) => grantsDomain(together(granted, added), forbidden));
  const folders = new Map<string, Preopened>();
  for (const [grant, { anchor: entry, location, only }] of opened) {
    const spelled = only === undefined ? grant.spelled : grant.spelled.slice(0, -1);
    folders.set(joinPath(spelled), { name: joinPath(spelled), entry, location, domain });
  }
  const everywhere = desk.asking !== undefined || [...opened.keys()].some((grant) => grant.spelled.length === 0);
  const wide: readonly (readonly [string, Location])[] = everywhere
    ? [
        ["/", []],
        [".", around.cwd],
      ]
    : [];
  for (const [name, place] of wide) {
    const root = folders.has(name) ? undefined : await openRoot(place, openEntry);
    if (root === undefined || isStop(root)) continue;
    folders.set(name, { name, entry: root.anchor, location: root.location, domain });
  }
  return [...folders.values()];
}

function together(granted: OpenPlaces, added: OpenPlaces): OpenPlaces {
  return { read: [...granted.read, ...added.read], write: [...granted.write, ...added.write] };
}

async function dirFolders({ dirs, around, openEntry }: WasiFilesOptions): Promise<Preopened[]> {
  const forbidden = { read: await around.places("read"), write: await around.places("write") };
  const folders: Preopened[] = [];
  for (const dir of dirs) {
    const root = await openRoot(splitPath(dir.host), openEntry);
    // `checkDirs` has found it before the run: it has gone since.
    if (isStop(root) || root.only !== undefined) continue;
    const domain = dirDomain(dir, root, forbidden);
    folders.push({ name: dir.guest, entry: root.anchor, location: root.location, domain });
  }
  return folders;
}
