import type { Answer } from "../../door.ts";
import { type Reach, type Reached, reach } from "../reach.ts";
import type { ErrorCode } from "../refusals.ts";
import { type FileContext, refusedWith } from "./context.ts";
import { bitIn, folderIn, pathIn } from "./fields.ts";

/** One path of a request: where it starts, and whether a link at its end is followed. */
export interface PathFields {
  readonly folder: Uint8Array | undefined;
  readonly path: Uint8Array | undefined;
  /** Absent: a last link is what is meant. */
  readonly follow?: Uint8Array | boolean | undefined;
}

type Wish = Pick<Reach, "needs" | "operation" | "moves" | "reveals">;

/** Walks to what the fields name, and does something with it. */
export async function at(
  context: FileContext,
  fields: PathFields,
  wish: Wish,
  act: (reached: Reached, request: Reach) => Promise<Answer | ErrorCode> | Answer | ErrorCode,
): Promise<Answer> {
  const request = requestOf(context, fields, wish);
  if (typeof request === "string") return refusedWith(request);
  return request.folder.during(async () => {
    const trail = request.folder.trail();
    try {
      const reached = await reach(context.desk, request, trail);
      const answer = typeof reached === "string" ? reached : await act(reached, request);
      return typeof answer === "string" ? refusedWith(answer) : answer;
    } finally {
      trail.close();
    }
  });
}

function requestOf(context: FileContext, { folder, path, follow }: PathFields, wish: Wish): Reach | ErrorCode {
  const held = folderIn(context, folder);
  if (typeof held === "string") return held;
  const follows = typeof follow === "boolean" ? follow : bitIn(follow);
  const parsed = pathIn(path, !follows);
  return typeof parsed === "string" ? parsed : { folder: held, path: parsed, ...wish };
}
