import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { breach, layOut } from "../secret.ts";

const TRICKS = [
  "data-evil/secret.txt",
  "data/../data-evil/secret.txt",
  "data/./../data-evil/secret.txt",
  "data//..//data-evil/secret.txt",
  "data/sub/../../data-evil/secret.txt",
  "data\\..\\data-evil\\secret.txt",
];

export const pathTricks: Attack = {
  id: "A07",
  title: "paths that only look as if they were inside of a grant",
  guest: [
    ...TRICKS.map((path) => ({ read: path })),
    ...TRICKS.map((path) => ({ write: path, content: "escaped" })),
    { write: "data/../data-evil/made.txt", content: "escaped" },
  ],
  async run({ folder, runGuest }) {
    const outside = layOut(folder, "data-evil");
    mkdirSync(join(folder, "data"));
    mkdirSync(join(folder, "data/sub"));
    const { outcome } = await runGuest({ fsRead: ["data"], fsWrite: ["data"] });
    const breached = breach(outcome, outside);
    if (breached !== undefined) return { verdict: "NOT contained", evidence: breached };
    return { verdict: "contained", evidence: "data-evil, beside the granted data, was not reachable" };
  },
};
