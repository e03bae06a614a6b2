import { expect, test } from "vitest";
import { createResolver } from "../../../src/broker/network/resolver.ts";
import { startDnsServer, startSilentDnsServer } from "./support/dns-server.ts";

const { signal } = new AbortController();

test("asks for the absolute name once in each address family, whatever the search domains", async () => {
  const dns = await startDnsServer(() => ["45.45.45.45", "46.46.46.46"]);
  const resolve = createResolver([dns.server]);
  expect(await resolve("example.com", signal)).toEqual({ addresses: ["45.45.45.45", "46.46.46.46"] });
  expect(await resolve("single", signal)).toEqual({ addresses: ["45.45.45.45", "46.46.46.46"] });
  expect(dns.questions.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    "example.com A",
    "example.com AAAA",
    "single A",
    "single AAAA",
  ]);
});

test("says why there is no address", async () => {
  const dns = await startDnsServer(() => []);
  expect(await createResolver([dns.server])("example.com", signal)).toEqual({ code: "ENODATA" });
});

test("ends when the run does, though the name server never answers", async () => {
  const server = await startSilentDnsServer();
  const controller = new AbortController();
  const resolution = createResolver([server])("example.com", controller.signal);
  setImmediate(() => controller.abort());
  expect(await resolution).toEqual({ code: "ECANCELLED" });
});
