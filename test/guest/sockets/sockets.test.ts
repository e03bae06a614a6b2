import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { NetworkGrants } from "../../../src/policy/grants.ts";
import { parseTcpGrant } from "../../../src/policy/tcp-grant.ts";
import { granting, named, OTHER_PUBLIC, PUBLIC, routed } from "../../broker/network/support/network.ts";
import { listen } from "../../broker/network/support/servers.ts";
import { guestProgram } from "../support/guest-program.ts";

/** What a program needs to try a connection. */
const CONNECT = `
  const { createTcpSocket } = sockets["wasi:sockets/tcp-create-socket"];
  const { instanceNetwork } = sockets["wasi:sockets/instance-network"];
  const { resolveAddresses } = sockets["wasi:sockets/ip-name-lookup"];
  const network = instanceNetwork();
  const at = (text, port) => ({ tag: "ipv4", val: { port, address: text.split(".").map(Number) } });
  function connect(text, port) {
    const socket = createTcpSocket("ipv4");
    socket.startConnect(network, at(text, port));
    socket.subscribe().block();
    const [input, output] = socket.finishConnect();
    return { socket, input, output };
  }
  function lookUp(name) {
    const found = [];
    const stream = resolveAddresses(network, name);
    stream.subscribe().block();
    for (let next; (next = stream.resolveNextAddress()) !== undefined; ) found.push(next.val.join("."));
    return found;
  }
`;

function tcp(...texts: readonly string[]): NetworkGrants {
  return { all: false, hosts: [], tcp: texts.map((text) => parseTcpGrant(text, "--allow-network")), denied: [] };
}

/** A server that says back what it hears. */
async function startEcho() {
  const heard: string[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("data", (bytes) => void heard.push(String(bytes))).on("error", () => {});
    socket.pipe(socket);
  });
  return { ...(await listen(server)), heard };
}

describe("a granted connection", () => {
  test("carries bytes both ways, has addresses, and ends on either side", async () => {
    const { port } = await startEcho();
    const { said, decisions, stderr } = await guestProgram(
      `${CONNECT}
       const { socket, input, output } = connect("127.0.0.1", ${port});
       say(socket.remoteAddress().val, socket.localAddress().val.address, thrown(() => socket.finishConnect()));
       output.blockingWriteAndFlush(utf8("ping"));
       say(input.blockingRead(100n));
       output.blockingWriteAndFlush(utf8("last"));
       socket.shutdown("send");
       say(thrown(() => output.checkWrite()), readAll(input), thrown(() => input.read(1n)));
       socket.setHopLimit(9); say(socket.hopLimit(), thrown(() => socket.setHopLimit(0)));`,
      { network: tcp(`tcp://127.0.0.1:${port}`) },
    );
    expect(stderr).toBe("");
    expect(said).toEqual([
      { port, address: [127, 0, 0, 1] },
      [127, 0, 0, 1],
      { err: "not-in-progress" },
      "ping",
      { err: { tag: "closed" } },
      "last",
      { err: { tag: "closed" } },
      9,
      { err: "invalid-argument" },
    ]);
    expect(decisions).toMatchObject([
      {
        operation: "tcp-connect",
        argument: `tcp://127.0.0.1:${port}`,
        rule: `--allow-network=tcp://127.0.0.1:${port}`,
      },
    ]);
  });

  test("that is refused says so", async () => {
    const { said } = await guestProgram(`${CONNECT} say(thrown(() => connect("127.0.0.1", 1)));`, {
      network: tcp("tcp://127.0.0.1:1"),
    });
    expect(said).toEqual([{ err: "connection-refused" }]);
  });

  test("to a name leads to an address that the name was resolved to, and to no other port", async () => {
    const { port, heard } = await startEcho();
    const { connect, dialled } = routed({ [PUBLIC]: port });
    const { resolve, asked } = named({ "db.example": [PUBLIC] });
    const { said } = await guestProgram(
      `${CONNECT}
       say(thrown(() => connect("${PUBLIC}", 5432)), lookUp("db.example"), thrown(() => connect("${PUBLIC}", 80)));
       const { output, input } = connect("${PUBLIC}", 5432);
       output.blockingWriteAndFlush(utf8("select"));
       say(input.blockingRead(100n));`,
      { network: tcp("tcp://db.example:5432"), seams: { connect, resolve } },
    );
    expect(said).toEqual([{ err: "access-denied" }, [PUBLIC], { err: "access-denied" }, "select"]);
    expect({ asked, dialled, heard }).toEqual({
      asked: ["db.example"],
      dialled: [`${PUBLIC} 5432`],
      heard: ["select"],
    });
  });
});

describe("nothing else is possible", () => {
  test.each([
    ["nothing granted", granting()],
    ["the public internet granted, for HTTP", { ...granting(), all: true }],
    ["the same place granted, for HTTP", granting("127.0.0.1:80", `${PUBLIC}:80`, "db.example")],
    ["another port granted", tcp("tcp://127.0.0.1:81", `tcp://${PUBLIC}:81`)],
  ])("with %s", async (_, network) => {
    const { connect, dialled } = routed({});
    const { resolve, asked } = named({ "db.example": [PUBLIC] });
    const { said, decisions } = await guestProgram(
      `${CONNECT}
       say(thrown(() => connect("127.0.0.1", 80)), thrown(() => connect("${PUBLIC}", 80)), thrown(() => lookUp("db.example")));`,
      { network, seams: { connect, resolve } },
    );
    expect(said).toEqual([{ err: "access-denied" }, { err: "access-denied" }, { err: "access-denied" }]);
    expect({ asked, dialled }).toEqual({ asked: [], dialled: [] });
    expect(decisions.map(({ allowed, hint }) => [allowed, hint])).toEqual([
      [false, "--allow-network=tcp://127.0.0.1:80"],
      [false, `--allow-network=tcp://${PUBLIC}:80`],
      [false, "--allow-network=tcp://db.example:PORT"],
    ]);
  });

  test("a granted name that leads into a private network is not told, and leads nowhere", async () => {
    const { connect, dialled } = routed({});
    const { resolve } = named({ "inside.example": ["10.0.0.7"], "mixed.example": [PUBLIC, "169.254.169.254"] });
    const { said, decisions } = await guestProgram(
      `${CONNECT}
       say(thrown(() => lookUp("inside.example")), thrown(() => lookUp("mixed.example")));
       say(thrown(() => connect("10.0.0.7", 80)), thrown(() => connect("${PUBLIC}", 80)));`,
      { network: tcp("tcp://inside.example:80", "tcp://mixed.example:80"), seams: { connect, resolve } },
    );
    expect(said).toEqual(Array(4).fill({ err: "access-denied" }));
    expect(dialled).toEqual([]);
    expect(decisions.filter(({ rule }) => rule === "private-address")).toHaveLength(2);
  });

  test("a denial wins", async () => {
    const { connect, dialled } = routed({});
    const { resolve } = named({ "db.example": [PUBLIC] });
    const network = {
      ...tcp("tcp://db.example:80", "tcp://127.0.0.1:80"),
      denied: granting(PUBLIC, "127.0.0.1").hosts,
    };
    const { said } = await guestProgram(
      `${CONNECT} lookUp("db.example"); say(thrown(() => connect("${PUBLIC}", 80)), thrown(() => connect("127.0.0.1", 80)));`,
      { network, seams: { connect, resolve } },
    );
    expect(said).toEqual([{ err: "access-denied" }, { err: "access-denied" }]);
    expect(dialled).toEqual([]);
  });

  test("no socket binds, listens or accepts, and there is no UDP", async () => {
    const { said } = await guestProgram(
      `${CONNECT}
       const socket = createTcpSocket("ipv4");
       say(thrown(() => socket.startBind(network, at("127.0.0.1", 0))), thrown(() => socket.finishBind()));
       say(thrown(() => socket.startListen()), thrown(() => socket.accept()), socket.isListening());
       say(thrown(() => sockets["wasi:sockets/udp-create-socket"].createUdpSocket("ipv4")));
       say(thrown(() => socket.localAddress()), thrown(() => socket.shutdown("both")), thrown(() => socket.finishConnect()));`,
      { network: tcp("tcp://127.0.0.1:80") },
    );
    expect(said).toEqual([
      { err: "access-denied" },
      { err: "not-in-progress" },
      { err: "access-denied" },
      { err: "invalid-state" },
      false,
      { err: "access-denied" },
      { err: "invalid-state" },
      { err: "invalid-state" },
      { err: "not-in-progress" },
    ]);
  });

  test.each(["a b", "a/b", "user@host", "", "::ffff:127.0.0.1%1"])("%j is no name", async (name) => {
    const { said } = await guestProgram(`${CONNECT} say(thrown(() => lookUp(${JSON.stringify(name)})));`);
    expect(said).toEqual([{ err: "invalid-argument" }]);
  });

  test("an IPv4 address inside IPv6, another family, no port and no address are invalid", async () => {
    const { said } = await guestProgram(
      `${CONNECT}
       const mapped = { tag: "ipv6", val: { port: 80, flowInfo: 0, address: [0, 0, 0, 0, 0, 65535, 32512, 1], scopeId: 0 } };
       say(thrown(() => createTcpSocket("ipv6").startConnect(network, mapped)), thrown(() => createTcpSocket("ipv4").startConnect(network, mapped)));
       say(thrown(() => connect("127.0.0.1", 0)), thrown(() => connect("0.0.0.0", 80)));`,
      { network: tcp("tcp://127.0.0.1:80") },
    );
    expect(said).toEqual(Array(4).fill({ err: "invalid-argument" }));
  });
});

test("a socket that is dropped sends what was written and closes", async () => {
  const ended = Promise.withResolvers<string>();
  let text = "";
  const server = await listen(
    createServer((socket) => {
      socket.on("data", (bytes) => {
        text += bytes;
      });
      socket.on("end", () => ended.resolve(text)).on("error", () => {});
    }),
  );
  const { said } = await guestProgram(
    `${CONNECT}
     const { socket, input, output } = connect("127.0.0.1", ${server.port});
     output.blockingWriteAndFlush(utf8("bye"));
     for (const each of [input, output, socket]) each[Symbol.dispose]();
     connect("127.0.0.1", ${server.port});
     say("done");`,
    { network: tcp(`tcp://127.0.0.1:${server.port}`) },
  );
  expect(said).toEqual(["done"]);
  expect(await ended.promise).toBe("bye");
});

test("no question is asked about a literal address", async () => {
  const { resolve, asked } = named({});
  const { said } = await guestProgram(`${CONNECT} say(lookUp("${OTHER_PUBLIC}"), lookUp("127.0.0.1"));`, {
    seams: { resolve },
  });
  expect(said).toEqual([[OTHER_PUBLIC], ["127.0.0.1"]]);
  expect(asked).toEqual([]);
});
