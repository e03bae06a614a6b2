import { expect, test } from "vitest";
import { rawGuestMissing } from "../support/watched-cli.ts";
import { randomRequests } from "./support/random-requests.ts";

test.skipIf(rawGuestMissing).each([1, 2, 3, 4, 5, 6])(
  "4,000 random requests of a guest process that was taken over reach nothing that is not granted (seed %i; needs root)",
  async (seed) => {
    expect(await randomRequests(seed, 4000)).toEqual([]);
  },
);
