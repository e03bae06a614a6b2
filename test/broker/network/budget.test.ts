import { expect, test } from "vitest";
import type { Spending } from "../../../src/broker/budget.ts";
import { EVERYTHING, granting, named, network, online, PUBLIC, routed } from "./support/network.ts";
import { startHttp } from "./support/servers.ts";

/** Counts what is spent, and stops at what is more than `most`. */
function counted(most: Partial<Record<Spending, number>>) {
  const spent: Partial<Record<Spending, number>> = {};
  return {
    spent,
    spend(what: Spending, amount: number) {
      const sum = (spent[what] ?? 0) + amount;
      if (sum > (most[what] ?? Number.POSITIVE_INFINITY))
        return { kind: "limit", limit: what, reason: "used up" } as const;
      spent[what] = sum;
      return undefined;
    },
  };
}

test("each hop of a skill's request is counted, and the bytes of both ways", async () => {
  const server = await startHttp((request, response) => {
    if (request.url === "/") response.writeHead(307, { Location: "/next" }).end();
    else response.end("answer");
  });
  const { spend, spent } = counted({});
  expect(await online(server.port, { spend }).post("http://example.com/", "question")).toMatchObject({ kind: "done" });
  expect(spent).toEqual({ "http-requests": 2, "host-write": 16, "host-read": 6 });
});

test.each([
  ["http-requests", 1, 1],
  ["host-write", 7, 0],
  ["host-read", 5, 2],
] as const)("%s of at most %i stop it", async (what, most, connections) => {
  const server = await startHttp((request, response) => {
    if (request.url === "/") response.writeHead(307, { Location: "/next" }).end();
    else response.end("answer");
  });
  const { spend } = counted({ [what]: most });
  const decision = await online(server.port, { spend }).post("http://example.com/", "question");
  expect(decision).toMatchObject({ kind: "limit", limit: what });
  expect(server.connections()).toBe(connections);
});

test("what is denied is shut for a skill too: by name, by port, by what a name leads to, and behind a redirect", async () => {
  const server = await startHttp((_, response) => response.writeHead(302, { Location: "http://evil.com/" }).end());
  const { connect, dialled } = routed({ [PUBLIC]: server.port });
  const { resolve } = named({ "good.com": [PUBLIC], "lured.com": ["46.46.46.46"] });
  const denied = granting("evil.com", "*.evil.com", "good.com:8080", "46.46.46.46").hosts;
  const shut = network({ ...EVERYTHING, denied }, { connect, resolve });
  for (const [url, rule] of [
    ["http://evil.com/", "--deny-network=evil.com"],
    ["https://evil.com:8443/", "--deny-network=evil.com"],
    ["http://a.b.evil.com/", "--deny-network=*.evil.com"],
    ["http://good.com:8080/", "--deny-network=good.com:8080"],
    ["http://lured.com/", "--deny-network=46.46.46.46"],
    ["http://good.com/", "--deny-network=evil.com"],
  ] as const) {
    expect([url, await shut.get(url)]).toEqual([
      url,
      expect.objectContaining({ kind: "denied", rule, hint: undefined }),
    ]);
  }
  expect(dialled).toEqual([`${PUBLIC} 80`]);
});
