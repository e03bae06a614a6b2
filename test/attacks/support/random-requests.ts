import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OPERATIONS } from "../../../src/guest/messages.ts";
import { componentFile, temporaryFolder } from "../../support/files.ts";
import { watchRawGuest } from "../../support/watched-cli.ts";

const DENIED = "DENIED";

/**
 * A guest process that was taken over sends random requests, most of them of the right shape, about files that it may
 * reach, may only read, may only write, and may not reach; what then is wrong, in words.
 */
export async function randomRequests(seed: number, requests: number): Promise<string[]> {
  const base = layOut();
  const under = (...names: string[]) => names.map((name) => join(base, name)).join(",");
  const { code, stderr } = await watchRawGuest(script(seed, requests), [
    "run",
    "--timeout=60s",
    `--allow-fs-read=${under("data", "ro", "wo/pub", "wo/k/pub")}`,
    `--allow-fs-write=${under("data", "wo")}`,
    `--deny-fs-read=${under("data/priv", "data/q")}`,
    `--dir=${under("ro")}::ro:ro`,
    await componentFile([{ say: "fine" }]),
  ]);
  const wrong: string[] = [];
  if (code !== ENDED && code !== 124) wrong.push(`exit ${code}: ${stderr.slice(-300)}`);
  if (readFileSync(join(base, "secret"), "utf8") !== DENIED) wrong.push("the file outside was changed");
  if (readFileSync(join(base, "ro/f"), "utf8") !== "original") wrong.push("the read-only file was changed");
  if (readdirSync(base).sort().join() !== "data,ro,secret,wo") wrong.push(`the folder holds ${readdirSync(base)}`);
  if (readdirSync(join(base, "ro")).join() !== "f")
    wrong.push(`the read-only folder holds ${readdirSync(join(base, "ro"))}`);
  return wrong;
}

/** What the guest process exits with at the end of its script. */
const ENDED = 42;

function layOut(): string {
  const base = temporaryFolder();
  for (const name of ["data/sub", "data/priv", "ro", "wo/pub", "wo/k/pub", "wo/z"])
    mkdirSync(join(base, name), { recursive: true });
  for (const name of ["secret", "data/priv/p", "data/q", "wo/s", "wo/z/s"]) writeFileSync(join(base, name), DENIED);
  writeFileSync(join(base, "ro/f"), "original");
  writeFileSync(join(base, "data/f"), "x");
  symlinkSync("../secret", join(base, "data/out"));
  symlinkSync("sub", join(base, "data/in"));
  return base;
}

/** Those that end a run, or wait, are tried elsewhere. */
const LEFT_OUT =
  /^(walls|generated|returned|exited|trapped|rejected|limited|value|sleep|wait|readStdin|fuelUsed|preopens)$/;
const TRIED = Object.entries(OPERATIONS).filter(([name]) => !LEFT_OUT.test(name));

const NAMES =
  "f sub sub/x in in/y out .. . ../secret g h sub/.. in/.. a/b sub/ out/ ./f link g/ sub/new priv priv/p q s z z/s pub pub/s " +
  "pub/z k k/pub k/pub/s ../priv/p .git .git/hooks";

function script(seed: number, requests: number): string {
  return `
const names = ${JSON.stringify(["", "\0", "x".repeat(300), ...NAMES.split(" ")])};
const operations = ${JSON.stringify(TRIED)};
const open = operations.find(([name]) => name === "openAt");
let state = ${seed} >>> 0;
const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * n); };
const one = (list) => list[random(list.length)];
const handles = JSON.parse(ask(20).subarray(1)).map(({ handle }) => handle);
const granted = [...handles];
// What was granted is tried more often than what was opened in it.
const h = () => u32(one(random(2) ? granted : handles)), p = () => Buffer.from(one(names)), n = () => u64(BigInt(random(9000)));
const b = () => Buffer.of(random(2)), t = () => one([Buffer.alloc(0), Buffer.of(1), n()]), w = () => u32(random(128));
const shapes = {
  openAt: [h, p, w], readAt: [h, n, w], writeAt: [h, n, p], append: [h, p], stat: [h], statAt: [h, p, b], setSize: [h, n],
  setTimes: [h, t, t], setTimesAt: [h, p, b, t, t], sync: [h, b], openListing: [h], nextEntries: [h], makeFolderAt: [h, p],
  removeFolderAt: [h, p], unlinkFileAt: [h, p], renameAt: [h, p, h, p], linkAt: [h, p, b, h, p], symlinkAt: [p, h, p],
  readLinkAt: [h, p], close: [h],
};
const anything = () => one([h, p, n, b, w, () => u64(BigInt(random(5000)) << BigInt(random(52))), () => Buffer.alloc(random(20), random(256))])();
for (let sent = 0; sent < ${requests}; sent++) {
  const [name, { code, fields, answered }] = random(3) ? one(operations) : open;
  if (name === "close" && (handles.length < 100 || random(3) > 0)) continue;
  const shape = shapes[name];
  const values = shape && random(10) < 8 ? shape.map((make) => make()) : Array.from({ length: fields }, anything);
  if (!answered) { send(frame(code, ...values)); continue; }
  const answer = ask(code, ...values);
  check(name, answer);
  if (answer[0] !== 0 || answer.length < 5) continue;
  if (name === "openAt" || name === "openListing") handles.push(answer.readUInt32LE(1));
  if (name === "openAt") check(name, ask(22, answer.subarray(1, 5), u64(0n), u32(64)));
}
function check(name, answer) {
  if (answer.includes("${DENIED}")) { send(frame(9, "read what is denied, by " + name)); for (;;); }
}
send(frame(8, u32(${ENDED}))); for (;;);`;
}
