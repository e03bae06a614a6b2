import { encodeEntries, u32 } from "../../../guest/messages.ts";
import { ListingHandle } from "../listing-handle.ts";
import { announceFolder } from "../reach.ts";
import { type FileOperation, refusedWith } from "./context.ts";
import { folderIn, numberIn } from "./fields.ts";
import { tooManyOpen } from "./open.ts";
import { kindOf } from "./stat.ts";

/** Begins to list a folder. */
export const openListing: FileOperation = async (context, [handle]) => {
  const folder = folderIn(context, handle);
  if (typeof folder === "string") return refusedWith(folder);
  if (!context.desk.handles.hasRoom()) return tooManyOpen(context);
  return folder.during(async () => {
    const code = announceFolder(context.desk, folder, "list");
    if (code !== undefined) return refusedWith(code);
    const { entry, domain, location } = folder;
    const dir = await entry.calls.openFolder(entry.pathOf("."));
    const shows = (name: string) => domain.shows([...location, name]);
    const number = context.desk.handles.put(new ListingHandle(entry, dir, shows, context.desk.deterministic));
    return number === undefined ? tooManyOpen(context) : { done: u32(number) };
  });
};

/** The next names of a listing, with what they name. */
export const nextEntries: FileOperation = (context, [handle]) => {
  const listing = context.desk.handles.get(numberIn(handle), ListingHandle);
  if (listing === undefined) return refusedWith("bad-descriptor");
  return listing.during(async () => {
    const listed = await listing.next();
    const entries = listed.map(({ name, facts }) => {
      return { name, kind: kindOf(facts), inode: context.identity(facts).inode };
    });
    return { done: encodeEntries(entries) };
  });
};
