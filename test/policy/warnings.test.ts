import { describe, expect, test } from "vitest";
import { flagLayer } from "../../src/policy/flag-layer.ts";
import { EXECUTED_LATER, foldPath, isExecutedLater } from "../../src/policy/protected-places.ts";
import { dangers } from "../../src/policy/warnings.ts";

const messages = (flags: Parameters<typeof flagLayer>[0]) =>
  dangers(flagLayer(flags, "/work"), "/home/me").map(({ message }) => message);

describe("dangers", () => {
  test("know every place that the broker takes for one where things are executed later", () => {
    const places = EXECUTED_LATER.map((place) => (place.startsWith("/") ? place : `/srv/${place}`));
    for (const place of places) {
      expect(isExecutedLater(foldPath(place))).toBe(true);
      const said = `what is written there may be executed later: ${place}`;
      expect(messages({ fsWrite: [place] })).toContain(said);
      expect(messages({ dirs: [`${place}::/d`] })).toContain(said);
      expect(messages({ fsRead: [place], dirs: [`${place}::/d:ro`] })).not.toContain(said);
    }
  });

  test("are nothing where the broker itself keeps the places shut", () => {
    expect(messages({ fsWrite: ["/srv/data"], fsRead: ["/srv/bin"] })).toEqual([]);
  });
});
