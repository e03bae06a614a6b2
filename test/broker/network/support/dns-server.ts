import { createSocket } from "node:dgram";
import { onTestFinished } from "vitest";

export interface Question {
  readonly name: string;
  readonly type: "A" | "AAAA";
}

/** A name server on loopback; `answer` says which IPv4 addresses the nth A question for a name gets. */
export async function startDnsServer(answer: (name: string, nth: number) => readonly string[]) {
  const questions: Question[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, peer) => {
    const question = parseQuestion(query);
    questions.push(question);
    const nth = questions.filter(({ name, type }) => name === question.name && type === question.type).length;
    const addresses = question.type === "A" ? answer(question.name, nth) : [];
    socket.send(response(query, addresses), peer.port, peer.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  onTestFinished(() => void socket.close());
  return { server: `127.0.0.1:${socket.address().port}`, questions };
}

/** A name server that takes questions and never answers. */
export async function startSilentDnsServer(): Promise<string> {
  const socket = createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  onTestFinished(() => void socket.close());
  return `127.0.0.1:${socket.address().port}`;
}

const HEADER = 12;

function parseQuestion(query: Buffer): Question {
  const end = query.indexOf(0, HEADER);
  const labels: string[] = [];
  for (let at = HEADER; at < end; at += 1 + query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + query.readUInt8(at)));
  }
  return { name: labels.join("."), type: query.readUInt16BE(end + 1) === 1 ? "A" : "AAAA" };
}

/** The question again, then one A record each, its name pointing back at the question (RFC 1035 section 4.1). */
function response(query: Buffer, addresses: readonly string[]): Buffer {
  const head = Buffer.from(query.subarray(0, query.indexOf(0, HEADER) + 5));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map((address) => [
    0xc0,
    HEADER,
    0,
    1,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    4,
    ...address.split(".").map(Number),
  ]);
  return Buffer.concat([head, Buffer.from(records.flat())]);
}
