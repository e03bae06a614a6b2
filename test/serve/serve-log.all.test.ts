import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyChain } from "../../src/audit/chain.ts";
import { temporaryFolder } from "../support/files.ts";
import { pause } from "../support/processes.ts";
import { saying } from "../support/server-component.ts";
import { ask, eventually, served, servingFile } from "./support/server.ts";

const QUESTION = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

test.skipIf(!existsSync("/usr/bin/prlimit"))(
  "without a descriptor to spare what is answered is logged, what cannot be is 503, and the server goes on",
  async () => {
    const log = join(temporaryFolder(), "audit.jsonl");
    const component = await served(saying("hello\n"), { text: "hello\n" });
    const { port, pid, said, exit } = await servingFile(component, ["--max-concurrent", "2", `--audit-log=${log}`]);
    expect((await ask(port)).status).toBe(200);
    // The spare processes are there.
    await pause(700);
    const before = openOf(pid).length;

    const statuses: string[] = [];
    for (const { socket, heard } of await Promise.all(Array.from({ length: 6 }, () => connected(port)))) {
      limit(pid, firstFree(openOf(pid)));
      socket.write(QUESTION);
      await eventually(
        () => /^HTTP.*(?:\n0|503 [^\r]*)\r?\n/s.test(heard()),
        () => JSON.stringify([heard(), said()]),
      );
      statuses.push(heard().slice(9, 12));
      socket.destroy();
    }
    expect(new Set(statuses)).toEqual(new Set(["200", "503"]));
    expect(said()).toMatch(/GET \/ 503 none\n\[REFUSED\] /);

    limit(pid, 1024);
    expect(await ask(port)).toMatchObject({ status: 200, text: "hello\n" });
    await eventually(() => openOf(pid).length <= before);
    expect(await Promise.race([exit, pause(0)])).toBeUndefined();
    const answered = 2 + statuses.filter((status) => status === "200").length;
    await eventually(() => verifyChain(readFileSync(log, "utf8")).lines >= 2 * answered);
    const { lines, broken } = verifyChain(readFileSync(log, "utf8"));
    expect({ lines, broken }).toEqual({ lines: 2 * answered, broken: undefined });
  },
);

function connected(port: number): Promise<{ socket: ReturnType<typeof connect>; heard: () => string }> {
  let heard = "";
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve({ socket, heard: () => heard }));
    socket
      .on("error", () => {})
      .on("data", (chunk) => {
        heard += chunk;
      });
  });
}

function openOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/fd`).map(Number);
}

function firstFree(open: readonly number[]): number {
  let free = 0;
  while (open.includes(free)) free += 1;
  return free;
}

function limit(pid: number, count: number): void {
  execFileSync("/usr/bin/prlimit", ["--pid", String(pid), `--nofile=${count}:`]);
}
