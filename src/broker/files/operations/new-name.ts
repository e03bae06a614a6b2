import { isAbsolute } from "node:path";
import type { Entry } from "../entry.ts";
import { type Location, splitPath, withoutDotDot } from "../host-path.ts";
import { foldersUp } from "../link-text.ts";
import { type Reach, type Reached, refuse } from "../reach.ts";
import type { BuiltInRule, ErrorCode } from "../refusals.ts";
import type { FileContext } from "./context.ts";

/** Where one of the two paths of a request led. */
export interface Place {
  readonly reached: Reached;
  readonly request: Reach;
}

/** Why an object may not have the name that a rename or a link would give it; undefined when it may. */
export async function refuseNewName(
  context: FileContext,
  from: Place,
  to: Place,
  source: Entry,
): Promise<ErrorCode | undefined> {
  const rule = reveals(from, to, source) ? "reveals-unreadable" : await misleads(context, to, source);
  return rule && refuse(context.desk, to.request, to.reached.end.location, rule);
}

/**
 * Why a new link of the guest's may not have this text; undefined when it may. It points into the folder that it is made
 * from, at something granted, whatever other links lie on the way: so it can lead no program out of there.
 */
export function refuseLinkText(target: string, { request, reached: { end } }: Place): BuiltInRule | undefined {
  const up = foldersUp(target);
  const leaves = up === undefined || up > depthOf(request, end.location);
  if (leaves) return "link-leaves-grant";
  const { domain } = request.folder;
  const meant = withoutDotDot([...end.location.slice(0, -1), ...splitPath(target)]);
  const granted = domain.permit("read", meant) ?? domain.permit("write", meant);
  return granted === undefined ? "link-leaves-grant" : undefined;
}

/** Rights go by place, so moving must not make readable what was not; nor may a folder take its handles' rights elsewhere. */
function reveals(from: Place, to: Place, source: Entry): boolean {
  const { domain } = from.request.folder;
  const [here, there] = [from.reached.end.location, to.reached.end.location];
  const [was, will] = [here, there].map((location) => domain.permit("read", location) !== undefined);
  if (source.kind !== "folder") return will === true && was === false;
  return was !== will || (was === false && [here, there].some((location) => domain.grantBelow("read", location)));
}

/** A link that is moved points from its new place on; so do all links in a folder that is moved up. */
async function misleads({ links }: FileContext, { request, reached }: Place, source: Entry) {
  const depth = depthOf(request, reached.end.location);
  if (source.kind === "folder") return links.farthestUp > depth + 1 ? "link-leaves-grant" : undefined;
  if (source.kind !== "link") return undefined;
  const target = await source.target();
  if (isAbsolute(target)) return undefined;
  return (foldersUp(target) ?? depth + 1) > depth ? "link-leaves-grant" : undefined;
}

/** How many folders lie between the one that a path starts from and what it names. */
function depthOf({ folder }: Reach, location: Location): number {
  return location.length - 1 - folder.location.length;
}
