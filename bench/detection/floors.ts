/** What `--check` holds us to, in per cent where nothing else is said. Source: issue 5, "Must hold". */
export const FLOORS = {
  recallAtBlock: 90,
  falseAtBlock: 0.5,
  falseAtReview: 3,
  guarddogMust: 85,
  guarddogMustNot: 3,
  /** Techniques of evasion-matrix that may be missed at the verdict block. */
  evasionMissed: 2,
};
