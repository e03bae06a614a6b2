import { expect, test } from "vitest";
import { rawGuestMissing } from "../support/watched-cli.ts";
import { randomRequests } from "./support/random-requests.ts";

test.skipIf(rawGuestMissing)(
  "100 times 10,000 random requests of a guest process that was taken over reach nothing that is not granted (needs root)",
  async () => {
    for (let seed = 1000; seed < 1100; seed++) expect([seed, await randomRequests(seed, 10_000)]).toEqual([seed, []]);
  },
);
