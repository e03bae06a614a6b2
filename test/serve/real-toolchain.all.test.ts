import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { listen } from "../broker/network/support/servers.ts";
import { cli, ROOT } from "../support/cli.ts";
import { temporaryFolder } from "../support/files.ts";
import { ask, eventually, say, servingFile } from "./support/server.ts";

/** Components as a user builds them: JavaScript through jco and StarlingMonkey, whose `fetch` is wasi:http. */
const folder = temporaryFolder();
const jco = join(ROOT, "node_modules/@bytecodealliance/jco");

const WORLDS = `package test:http;
world worlds { }
world client { import wasi:http/types@0.2.12; export sandbox:skill/skill; }
world server { import wasi:http/types@0.2.12; export wasi:http/incoming-handler@0.2.12; }
`;

const CLIENT = `
import "wasi:http/types@0.2.12";
export const skill = { async run() {
  try {
    const response = await fetch("http://127.0.0.1:PORT/up", { method: "POST", body: "abc", headers: { "x-a": "1" } });
    return response.status + " " + response.headers.get("x-b") + " " + (await response.text());
  } catch (error) { return String(error); }
} };
`;

const SERVER = `
import { Fields, OutgoingBody, OutgoingResponse, ResponseOutparam } from "wasi:http/types@0.2.12";
export const incomingHandler = { handle(request, out) {
  const text = new TextEncoder().encode(request.method().tag + " " + request.pathWithQuery() + "\\n");
  const response = new OutgoingResponse(Fields.fromList([["content-type", new TextEncoder().encode("text/plain")]]));
  response.setStatusCode(201);
  const body = response.body();
  ResponseOutparam.set(out, { tag: "ok", val: response });
  const stream = body.write();
  stream.blockingWriteAndFlush(text);
  stream[Symbol.dispose]();
  OutgoingBody.finish(body, undefined);
} };
`;

async function build(name: "client" | "server", source: string): Promise<string> {
  const [file, out] = [join(folder, `${name}.js`), join(folder, `${name}.wasm`)];
  writeFileSync(file, source);
  const options = ["--wit", join(folder, "wit"), "--world-name", name, "--out", out];
  await execa(process.execPath, [join(jco, "dist/jco.js"), "componentize", file, ...options]);
  return out;
}

beforeAll(() => {
  cpSync(join(jco, "lib/wit/builtin/0.2.12"), join(folder, "wit/deps"), { recursive: true });
  mkdirSync(join(folder, "wit/deps/skill"));
  cpSync(join(ROOT, "wit/skill.wit"), join(folder, "wit/deps/skill/skill.wit"));
  writeFileSync(join(folder, "wit/world.wit"), WORLDS);
});

describe("fetch", () => {
  test("reaches what is granted, streams both ways, and learns what is not there or not granted", async () => {
    const upstream = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => response.writeHead(202, { "X-B": "2" }).end(`${request.headers["x-a"]} ${body}`));
    });
    const { port } = await listen(upstream);
    const component = await build("client", CLIENT.replace("PORT", String(port)));
    expect(await cli(["run", `--allow-network=127.0.0.1:${port}`, component])).toMatchObject({
      code: 0,
      stdout: "202 2 1 abc",
    });
    const denied = await cli(["run", component]);
    expect(denied.stdout).toMatch(/^Error: /);
    expect(denied.stderr).toContain(`hint: --allow-network=127.0.0.1:${port}`);
    upstream.closeAllConnections();
    await new Promise((done) => upstream.close(done));
    expect((await cli(["run", `--allow-network=127.0.0.1:${port}`, component])).stdout).toContain("NetworkError");
  });
});

describe("a server", () => {
  test("answers, one instance for each request, and leaves nothing", async () => {
    const { port, stop } = await servingFile(await build("server", SERVER));
    for (const path of ["/a?b", "/c"]) {
      expect(await ask(port, { path })).toMatchObject({ status: 201, text: `get ${path}\n` });
    }
    const answers = await Promise.all(Array.from({ length: 16 }, (_, index) => ask(port, { path: `/${index}` })));
    expect(answers.map(({ text }) => text)).toEqual(answers.map((_, index) => `get /${index}\n`));
    expect(await stop()).toEqual({ code: 143, clean: true });
  });

  test("a client that sends its head slowly is cut off, and others are answered meanwhile", async () => {
    const { port, said } = await servingFile(join(folder, "server.wasm"));
    const slow = Array.from({ length: 50 }, () => say(port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-"));
    expect(await ask(port)).toMatchObject({ status: 201 });
    const heard = await Promise.all(slow);
    for (const answer of heard) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await eventually(() => said().match(/GET \/ 201/g)?.length === 1);
  });
});
