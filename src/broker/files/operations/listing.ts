import { encodeEntries } from "../../../guest/file-messages.ts";
import { u32 } from "../../../guest/messages.ts";
import { numberIn } from "../../fields.ts";
import { ListingHandle } from "../listing-handle.ts";
import { announceHeld } from "../reach.ts";
import { type FileOperation, refusedWith } from "./context.ts";
import { folderIn } from "./fields.ts";
import { tooManyOpen } from "./open.ts";
import { kindOf } from "./stat.ts";

/** Begins to list a folder. */
export const openListing: FileOperation = async (context, [handle]) => {
  const folder = folderIn(context, handle);
  if (typeof folder === "string") return refusedWith(folder);
  if (!context.desk.handles.hasRoom()) return tooManyOpen(context);
  return folder.during(async () => {
    const code = await announceHeld(context.desk, folder, "list");
    if (code !== undefined) return refusedWith(code);
    const { entry, domain, location } = folder;
    // Of its own, because the guest may close the folder before its listing.
    const held = await entry.child(".");
    const dir = await held.calls.openFolder(held.pathOf(".")).catch((error) => {
      held.close();
      throw error;
    });
    // What was permitted once goes on for as long as the listing does.
    const judged = domain.growth?.current() ?? domain;
    const shows = (name: string) => judged.shows([...location, name]);
    const listing = new ListingHandle(held, dir, shows, context.desk.deterministic);
    const number = context.desk.handles.put(listing);
    if (number !== undefined) return { done: u32(number) };
    listing.close();
    return tooManyOpen(context);
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
