import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { temporaryFolder } from "../support/files.ts";

/** A Redis server of the test's own. */
export interface RedisServer {
  readonly address: string;
  stop(): void;
}

/** Resolves when it answers. Redis must be installed: `.ci/run` does. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", temporaryFolder()];
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.stdout.on("data", (text) => String(text).includes("Ready to accept connections") && resolve());
  });
  return { address: `redis://127.0.0.1:${port}`, stop: () => void server.kill("SIGKILL") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
