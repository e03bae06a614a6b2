import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { AskPerson } from "../../src/broker/broker.ts";
import { onlyRule, resolveGrants } from "../../src/policy/resolve.ts";
import { named, PUBLIC, routed } from "../broker/network/support/network.ts";
import { listen, startHttp } from "../broker/network/support/servers.ts";
import { guestProgram } from "./support/guest-program.ts";

/** Says this to each question, and keeps what it was. */
function person(answers: readonly ("once" | "always" | "deny")[]) {
  const questions: string[] = [];
  const ask: AskPerson = async ({ operation, argument, hint = "" }) => {
    const answer = answers[questions.length];
    questions.push(`${operation} ${argument} ${hint}`);
    if (answer === undefined || answer === "deny") return undefined;
    const grants = resolveGrants({ network: [hint.slice(hint.indexOf("=") + 1)] }, "/");
    const permitted = onlyRule(grants, hint, `allowed at the prompt, ${answer}`);
    return permitted && { grants: permitted, always: answer === "always" };
  };
  return { ask, questions };
}

const CONNECT = `
  const { createTcpSocket } = sockets["wasi:sockets/tcp-create-socket"];
  const { instanceNetwork } = sockets["wasi:sockets/instance-network"];
  const { resolveAddresses } = sockets["wasi:sockets/ip-name-lookup"];
  const network = instanceNetwork();
  function lookUp(name) {
    const stream = resolveAddresses(network, name);
    stream.subscribe().block();
    return stream.resolveNextAddress().val;
  }
  function connect(address, port) {
    const socket = createTcpSocket("ipv4");
    socket.startConnect(network, { tag: "ipv4", val: { port, address } });
    socket.subscribe().block();
    return socket.finishConnect();
  }
`;

describe("a request of wasi:http that nothing allows", () => {
  test("is sent once, always or never, as the person says; the log says who allowed it", async () => {
    const server = await startHttp((request, response) => response.end(`saw ${request.url}`));
    const url = `http://127.0.0.1:${server.port}`;
    const fetches = (paths: readonly string[]) =>
      paths.map((path) => `say(thrown(() => fetched("${url}${path}")));`).join("\n");
    const { ask, questions } = person(["once", "deny", "always"]);
    const { said, decisions, stderr } = await guestProgram(fetches(["/one", "/two", "/three", "/four"]), { ask });
    expect(stderr).toBe("");
    const flag = `--allow-network=127.0.0.1:${server.port}`;
    expect(questions).toEqual(["/one", "/two", "/three"].map((path) => `http-get ${url}${path} ${flag}`));
    expect(decisions.map(({ allowed, rule }) => [allowed, rule])).toEqual([
      [true, `${flag} (allowed at the prompt, once)`],
      [false, "default-deny"],
      [true, `${flag} (allowed at the prompt, always)`],
      [true, `${flag} (allowed at the prompt, always)`],
    ]);
    expect(JSON.stringify(said)).toMatch(/saw \/one.*HTTP-request-denied.*saw \/three.*saw \/four/);
  });

  test("stays denied for its method and for a host that no flag can name", async () => {
    const { ask, questions } = person(["always", "always"]);
    const { decisions } = await guestProgram(
      `say(thrown(() => fetched("http://example.com/", { method: "trace" })));`,
      { ask },
    );
    expect(questions).toEqual([]);
    expect(decisions.map(({ allowed }) => allowed)).toEqual([false]);
  });
});

describe("a raw connection that nothing allows", () => {
  async function startGreeter() {
    return listen(createServer((socket) => socket.end("hello").on("error", () => {})));
  }

  test("to an address is made when the person permits it", async () => {
    const { port } = await startGreeter();
    const { ask, questions } = person(["once", "deny"]);
    const { said, stderr } = await guestProgram(
      `${CONNECT}
       const [input] = connect([127, 0, 0, 1], ${port});
       say(readAll(input), thrown(() => connect([127, 0, 0, 1], ${port})));`,
      { ask },
    );
    expect(stderr).toBe("");
    expect(said).toEqual(["hello", { err: "access-denied" }]);
    const question = `tcp-connect tcp://127.0.0.1:${port} --allow-network=tcp://127.0.0.1:${port}`;
    expect(questions).toEqual([question, question]);
  });

  test("to a name is asked about with its port, and the name is looked up only after the yes", async () => {
    const { port } = await startGreeter();
    const { resolve, asked } = named({ "db.example": [PUBLIC] });
    const seams = { resolve, connect: routed({ [PUBLIC]: port }).connect };
    const program = `${CONNECT}
      const address = lookUp("db.example");
      say(address);
      say(thrown(() => readAll(connect(address, 5432)[0])), thrown(() => readAll(connect(address, 5432)[0])));`;
    const denied = await guestProgram(program, { ask: person([]).ask, seams });
    expect(denied.said.slice(1)).toEqual([{ err: "access-denied" }, { err: "access-denied" }]);
    expect(asked).toEqual([]);
    const { ask, questions } = person(["always"]);
    const { said, stderr } = await guestProgram(program, { ask, seams });
    expect(stderr).toBe("");
    expect(said).toEqual([[240, 0, 0, 1], { ok: "hello" }, { ok: "hello" }]);
    expect(questions).toEqual(["tcp-connect tcp://db.example:5432 --allow-network=tcp://db.example:5432"]);
    expect(asked).toEqual(["db.example", "db.example"]);
  });

  test("to a name that leads into a private network is refused after the yes", async () => {
    const { connect, dialled } = routed({});
    const seams = { connect, resolve: named({ "db.example": ["10.0.0.7"] }).resolve };
    const { ask } = person(["always"]);
    const { said, decisions } = await guestProgram(
      `${CONNECT} const address = lookUp("db.example"); say(thrown(() => connect(address, 5432)));`,
      { ask, seams },
    );
    expect(said).toEqual([{ err: "access-denied" }]);
    expect(decisions.map(({ allowed, rule }) => [allowed, rule.split(" ")[0]])).toEqual([
      [true, "--allow-network=tcp://db.example:5432"],
      [false, "private-address"],
    ]);
    expect(dialled).toEqual([]);
  });
});
