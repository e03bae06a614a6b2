import type { GuestStep } from "../../support/steps-guest.ts";

/** Each operation through `data/dir`, a name that is swapped meanwhile; "try" goes on whatever the answer was. */
export function racing(turns: number): GuestStep[] {
  const steps: GuestStep[] = [
    ["cat", "data", "dir/file"],
    ["put", "data", "dir/new$i", "PWNED"],
    ["append", "data", "dir/file", ""],
    ["mkdir", "data", "dir/made$i"],
    ["rename", "data", "dir/file", "data", "dir/file"],
    ["link", "data", "dir/file", 0, "data", "dir/link$i"],
    ["symlink", "file", "data", "dir/soft$i"],
    ["times-at", "data", "dir/file", 1, 1000, 1000, 5],
    ["stat", "data", "dir/file", 1],
    ["ls", "data", "dir"],
  ];
  return steps.map((step) => ["try", turns, ...step]);
}
