/** Rows that no engine of this version can be attacked through yet. This list must shrink to nothing. */
export const NOT_YET: readonly string[] = [
  "A03",
  "A04",
  "A08",
  "A10",
  "A15",
  "A16",
  "A17",
  "A19",
  "A20",
  "A22",
  "A23",
  "A27",
  "A28",
  "A29",
  "A33",
];
