import { readFileSync, realpathSync } from "node:fs";
import { openDescriptorEntry } from "../../../../src/broker/files/descriptor-entry.ts";
import { guest, only } from "./guest.ts";
import { startSwapping } from "./swapper.ts";
import { layOut, place } from "./tree.ts";

/** What one reader met, by answer: a content, or the reason of a refusal. */
export type Answers = ReadonlyMap<string, number>;

/** What the broker answers for names that another thread keeps swapping for links that leave the grant. */
export async function raceOfTheBroker(rounds: number): Promise<{ answers: Answers; outside: string }> {
  const { grant, outside } = await startRace();
  const files = guest(openDescriptorEntry, { read: only(grant), write: only(grant) });
  const answers = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const path of PATHS) {
      const read = await files.readFile(`${grant}/${path}`);
      count(answers, read.kind === "done" ? read.value : read.reason);
    }
    if (round % 4 === 0) await files.writeFile(`${grant}/${PATHS[round % 3]}`, Buffer.from("inside"));
  }
  return { answers, outside: outside() };
}

/** The control: whether a reader that checks the resolved name and then opens the name is led outside once in so many reads. */
export async function namesLeak(reads: number): Promise<boolean> {
  const { grant } = await startRace();
  for (let read = 0; read < reads; read++) {
    if (readByName(grant, "folder/deep/file") === "OUTSIDE") return true;
  }
  return false;
}

const PATHS = ["folder/deep/file", "file", "folder/deep/../../file"];

async function startRace() {
  const base = layOut({ outside: { deep: { file: "OUTSIDE" }, file: "OUTSIDE" } });
  const grant = `${base}/grant`;
  place(grant, {
    folder: { deep: { file: "inside" } },
    file: "inside",
    trap1: ["../outside"],
    trap2: ["../outside/file"],
  });
  await startSwapping([
    { name: `${grant}/folder`, real: `${grant}/real1`, trap: `${grant}/trap1` },
    { name: `${grant}/file`, real: `${grant}/real2`, trap: `${grant}/trap2` },
  ]);
  const outside = () => ["deep/file", "file"].map((name) => readFileSync(`${base}/outside/${name}`, "utf8")).join();
  return { grant, outside };
}

function readByName(grant: string, path: string): string {
  try {
    if (!realpathSync.native(`${grant}/${path}`).startsWith(`${grant}/`)) return "refused";
    return readFileSync(`${grant}/${path}`, "utf8");
  } catch {
    return "missing";
  }
}

function count(answers: Map<string, number>, answer: string): void {
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
}
