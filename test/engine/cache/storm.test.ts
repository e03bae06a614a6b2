import { expect, test } from "vitest";
import { storm } from "./support/storm.ts";

test("A27: 20 processes that store, evict and damage, each killed: nothing corrupt is loaded, nothing stays", async () => {
  const { complaints, corrupt, names } = await storm(4, 20261125);
  expect(complaints).toEqual([]);
  expect(corrupt).toEqual([]);
  expect(names.filter((name) => !name.endsWith(".component"))).toEqual([]);
});
