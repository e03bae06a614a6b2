import { isAbsolute } from "node:path";
import type { Entry } from "../entry.ts";
import { foldersUp } from "../link-text.ts";
import { refuse } from "../reach.ts";
import type { ErrorCode } from "../refusals.ts";
import { at } from "./at.ts";
import { type FileContext, type FileOperation, mayWrite, NO_BYTES } from "./context.ts";
import { type Place, refuseLinkText, refuseNewName } from "./new-name.ts";
import { NEW_FILE_BYTES } from "./open.ts";

export const makeFolderAt: FileOperation = (context, [folder, path]) =>
  at(context, { folder, path }, { needs: "write", operation: "make-folder" }, async ({ end }) => {
    if (end.kind === "found") return "exist";
    if (!context.desk.budget.spend("disk", NEW_FILE_BYTES)) return "quota";
    await end.folder.calls.makeFolder(end.folder.pathOf(end.name), OWNER_ONLY);
    context.changes.add(end);
    return DONE;
  });

export const removeFolderAt: FileOperation = (context, [folder, path]) =>
  at(context, { folder, path }, { needs: "write", operation: "remove-folder", moves: true }, async ({ end, trail }) => {
    if (end.kind === "vacant") return "no-entry";
    if (end.entry.kind !== "folder") return "not-directory";
    const { last } = trail;
    if (last === undefined) return "invalid";
    await last.folder.calls.removeFolder(last.folder.pathOf(last.name));
    context.changes.gone(end.location);
    return DONE;
  });

export const unlinkFileAt: FileOperation = (context, [folder, path]) =>
  at(
    context,
    { folder, path },
    { needs: "write", operation: "unlink", moves: true },
    async ({ end, trail }, request) => {
      if (end.kind === "vacant") return "no-entry";
      const { last } = trail;
      if (end.entry.kind === "folder" || last === undefined) return "is-directory";
      if (request.path.folder) return "not-directory";
      await last.folder.calls.unlink(last.folder.pathOf(last.name));
      context.links.removed(end.entry.id);
      context.changes.gone(end.location);
      return DONE;
    },
  );

export const readLinkAt: FileOperation = (context, [folder, path]) =>
  at(context, { folder, path }, { needs: "any", operation: "read-link" }, async ({ end }, request) => {
    if (end.kind === "vacant") return "no-entry";
    if (end.entry.kind !== "link") return "invalid";
    const target = await end.entry.target();
    // Where an absolute link points is the host's business.
    return isAbsolute(target) ? refuse(context.desk, request, end.location, "link-leaves-grant") : { done: target };
  });

export const symlinkAt: FileOperation = (context, [target, folder, path]) =>
  at(context, { folder, path }, { needs: "write", operation: "symlink" }, async (reached, request) => {
    const { end } = reached;
    const to = Buffer.from(target ?? NO_BYTES).toString("utf8");
    if (to === "") return "no-entry";
    if (to.includes("\0")) return "invalid";
    if (end.kind === "found") return "exist";
    if (end.asFolder) return "no-entry";
    const rule = refuseLinkText(to, { reached, request });
    if (rule !== undefined) return refuse(context.desk, request, end.location, rule);
    if (!context.desk.budget.spend("disk", NEW_FILE_BYTES)) return "quota";
    await end.folder.calls.symlink(to, end.folder.pathOf(end.name));
    context.links.leadsUp(foldersUp(to) ?? 0);
    context.changes.add(end);
    return DONE;
  });

export const renameAt: FileOperation = (context, [fromFolder, fromPath, toFolder, toPath]) =>
  twoPlaces(context, [fromFolder, fromPath], [toFolder, toPath], "rename", false, async (from, to, source) => {
    if (from.request.path.folder && source.kind !== "folder") return "not-directory";
    const target = placeOf(to);
    const last = from.reached.trail.last;
    if (target === undefined || last === undefined) return "busy";
    if (asFolder(to) && source.kind !== "folder") return "not-directory";
    const refused = await refuseNewName(context, from, to, source);
    if (refused !== undefined) return refused;
    await last.folder.calls.rename(last.folder.pathOf(last.name), target.folder.pathOf(target.name));
    const { end } = to.reached;
    // Two names of one file: then the kernel does nothing.
    if (end.kind === "found" && end.entry.id !== source.id) context.links.removed(end.entry.id);
    context.changes.moved(from.reached.end.location, end);
    return DONE;
  });

export const linkAt: FileOperation = (context, [fromFolder, fromPath, follow, toFolder, toPath]) =>
  twoPlaces(
    context,
    [fromFolder, fromPath],
    [toFolder, toPath],
    "link",
    follow?.[0] === 1,
    async (from, to, source) => {
      // The kernel refuses what is no file too; a link to a file with names elsewhere would make those writable.
      if (source.kind === "folder") return "not-permitted";
      if (from.request.path.folder) return "not-directory";
      const { location } = from.reached.end;
      if (source.kind === "other") return refuse(context.desk, from.request, location, "not-a-regular-file");
      if (!mayWrite(context, source)) return refuse(context.desk, from.request, location, "hard-linked-write");
      const target = placeOf(to);
      const last = from.reached.trail.last;
      if (to.reached.end.kind === "found") return "exist";
      if (target === undefined || last === undefined) return "not-permitted";
      if (asFolder(to)) return "no-entry";
      const refused = await refuseNewName(context, from, to, source);
      if (refused !== undefined) return refused;
      if (!context.desk.budget.spend("disk", NEW_FILE_BYTES)) return "quota";
      await last.folder.calls.link(last.folder.pathOf(last.name), target.folder.pathOf(target.name));
      context.links.added(source.id);
      context.changes.add(to.reached.end);
      return DONE;
    },
  );

type Pair = readonly [folder: Uint8Array | undefined, path: Uint8Array | undefined];

/** Both places are walked to and judged before either is changed, and held until the change is made. */
function twoPlaces(
  context: FileContext,
  [fromFolder, fromPath]: Pair,
  [toFolder, toPath]: Pair,
  operation: "rename" | "link",
  follow: boolean,
  act: (from: Place, to: Place, source: Entry) => Promise<typeof DONE | ErrorCode>,
) {
  const moves = operation === "rename";
  const wish = { needs: "write", operation, moves } as const;
  return at(context, { folder: fromFolder, path: fromPath, follow }, { ...wish, reveals: true }, (reached, request) => {
    const from = { reached, request };
    const { end } = reached;
    if (end.kind === "vacant") return "no-entry";
    return at(context, { folder: toFolder, path: toPath }, wish, (other, otherRequest) => {
      if (request.folder.domain !== otherRequest.folder.domain) return "cross-device";
      return act(from, { reached: other, request: otherRequest }, end.entry);
    });
  });
}

function placeOf({ reached: { end, trail } }: Place): { folder: Entry; name: string } | undefined {
  return end.kind === "vacant" ? { folder: end.folder, name: end.name } : trail.last;
}

function asFolder({ reached: { end }, request }: Place): boolean {
  return end.kind === "vacant" ? end.asFolder : request.path.folder;
}

const DONE = { done: NO_BYTES };

/** What a guest makes is for its operator alone. */
const OWNER_ONLY = 0o700;
