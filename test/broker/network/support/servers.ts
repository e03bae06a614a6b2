import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Certificate } from "./certificate.ts";

export interface Listening {
  readonly port: number;
  /** Connections accepted so far, whatever was said on them. */
  readonly connections: () => number;
}

export function startHttp(listener: RequestListener): Promise<Listening> {
  return listen(createHttpServer(listener));
}

export function startHttps(certificate: Certificate, listener: RequestListener): Promise<Listening> {
  return listen(createHttpsServer(certificate, listener));
}

/** A TCP server that keeps every byte of every connection, and answers each request the same once all of it is in. */
export async function startRecorder(answer: string) {
  const heard: string[] = [];
  const server = createTcpServer((socket) => {
    const index = heard.push("") - 1;
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      heard[index] += bytes.toString("latin1");
      if (isComplete(heard[index] ?? "")) socket.end(answer);
    });
  });
  return { ...(await listen(server)), heard };
}

function isComplete(request: string): boolean {
  const [head = "", ...rest] = request.split("\r\n\r\n");
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return rest.length > 0 && rest.join("\r\n\r\n").length >= length;
}

/** A server that accepts and then never reads or says anything. */
export function startSilent(): Promise<Listening> {
  return listen(createTcpServer((socket) => void socket.pause().on("error", () => undefined)));
}

export async function listen(server: Server, host = "127.0.0.1"): Promise<Listening> {
  let connections = 0;
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}
