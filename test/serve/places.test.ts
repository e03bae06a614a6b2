import { expect, test } from "vitest";
import { connectionsFor } from "../../src/serve/connections.ts";
import { Places } from "../../src/serve/places.ts";

const MINUTE = 60_000;

test("are no more than there are, however many ask at the same moment", async () => {
  const places = new Places(2, MINUTE);
  let taken = 0;
  for (let count = 0; count < 18; count++) void places.take({}).then((isTaken) => (taken += Number(isTaken)));
  expect(await places.take({})).toBe(false);
  await Promise.resolve();
  expect(taken).toBe(2);
});

test("go to those who wait in their order, and to each connection once", async () => {
  const places = new Places(2, MINUTE);
  const [one, two, three] = [{}, {}, {}];
  const order: string[] = [];
  const take = (connection: object, name: string) =>
    void places.take(connection).then((isTaken) => order.push(`${name} ${isTaken}`));
  take(one, "first");
  take(one, "second");
  take(two, "third");
  take(three, "fourth");
  await Promise.resolve();
  expect(order).toEqual(["first true", "third true"]);
  places.release(two);
  await new Promise(setImmediate);
  expect(order.slice(2)).toEqual(["fourth true"]);
  places.release(one);
  await new Promise(setImmediate);
  expect(order.slice(3)).toEqual(["second true"]);
});

test("are not given to a connection that is gone, after the time, or at the end", async () => {
  const places = new Places(1, 20);
  const [busy, gone] = [{}, {}];
  expect(await places.take(busy)).toBe(true);
  const waiting = places.take(gone);
  places.leave(gone);
  expect(await waiting).toBe(false);
  expect(await places.take({})).toBe(false);
  const last = places.take({});
  places.close();
  expect(await last).toBe(false);
  places.release(busy);
  expect(await places.take({})).toBe(false);
});

test("connections leave descriptors for the guests", () => {
  expect(connectionsFor(8, Number.POSITIVE_INFINITY)).toBe(1024);
  expect(connectionsFor(2, 128)).toBeGreaterThan(16);
  expect(connectionsFor(2, 128)).toBeLessThan(64);
  expect(connectionsFor(100, 64)).toBe(1);
});
