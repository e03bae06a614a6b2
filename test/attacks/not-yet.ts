/** Rows that no engine of this version can be attacked through yet. This list must shrink to nothing. */
export const NOT_YET: readonly string[] = ["A10", "A15", "A16", "A17", "A23"];
