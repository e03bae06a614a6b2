import { expect, test } from "vitest";
import { loopbackGrants, runProgram } from "./support/child.ts";
import { startHttp, startSilent } from "./support/servers.ts";

test("a denial loads neither HTTP nor TLS, DNS, sockets", async () => {
  const stdout = await runProgram(`
    const network = createNetwork({ all: false, hosts: [], tcp: [], denied: [] }, { deadline: Infinity });
    const { kind } = await network.get("http://example.com/");
    console.log(kind, process.moduleLoadList.filter((name) => /^NativeModule (_?http|https|_?tls.*|dns|net)$/.test(name)));
  `);
  expect(stdout).toBe("denied []\n");
});

test("a request without TLS loads neither TLS nor fetch", async () => {
  const server = await startHttp((_, response) => response.end("hello"));
  const stdout = await runProgram(`
    const network = createNetwork(${loopbackGrants(server.port)}, { deadline: Infinity });
    const { value } = await network.get("http://127.0.0.1:${server.port}/");
    console.log(value, process.moduleLoadList.filter((name) => /^NativeModule (tls|.*undici.*)$/.test(name)));
  `);
  expect(stdout).toBe("hello []\n");
});

test("a process whose request hangs exits once the network is closed", async () => {
  const server = await startSilent();
  const stdout = await runProgram(`
    const network = createNetwork(${loopbackGrants(server.port)}, { deadline: Infinity });
    network.get("http://127.0.0.1:${server.port}/").then(({ rule }) => console.log(rule));
    setTimeout(() => network.close(), 50);
  `);
  expect(stdout).toBe("closed\n");
  expect(server.connections()).toBe(1);
});

test("proxies of the environment are not asked", async () => {
  const proxy = await startHttp((_, response) => response.end("proxy"));
  const server = await startHttp((_, response) => response.end("direct"));
  const address = `http://127.0.0.1:${proxy.port}`;
  const program = `
    const network = createNetwork(${loopbackGrants(server.port)}, { deadline: Infinity });
    console.log((await network.get("http://127.0.0.1:${server.port}/")).value);
  `;
  const env = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: address, http_proxy: address, ALL_PROXY: address };
  expect(await runProgram(program, env)).toBe("direct\n");
  expect(proxy.connections()).toBe(0);
});
