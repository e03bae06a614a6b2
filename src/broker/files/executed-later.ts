import { isExecutedLater, leadsToExecutedLater } from "../../policy/protected-places.ts";
import type { ForbiddenPlaces } from "./forbidden-places.ts";

/** The published list, by name: most of them do not exist yet when it matters. */
export const EXECUTED_LATER_PLACES: ForbiddenPlaces = {
  rule: "executed-later",
  covers: isExecutedLater,
  ids: new Set(),
  liesBelow: leadsToExecutedLater,
};
