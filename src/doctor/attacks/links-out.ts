import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Attack } from "../attack.ts";
import { breach, layOut } from "../secret.ts";

export const linksOut: Attack = {
  id: "A02",
  title: "symbolic links that lead out of a granted folder",
  guest: [
    { read: "data/link/secret.txt" },
    { read: "data/file" },
    { read: "data/chain/secret.txt" },
    { write: "data/link/made.txt", content: "escaped" },
    { write: "data/file", content: "escaped" },
  ],
  async run({ folder, runGuest }) {
    const outside = layOut(folder, "outside");
    mkdirSync(join(folder, "data"));
    symlinkSync(outside, join(folder, "data/link"));
    symlinkSync("../outside/secret.txt", join(folder, "data/file"));
    symlinkSync("link", join(folder, "data/chain"));
    const { outcome } = await runGuest({ fsRead: ["data"], fsWrite: ["data"] });
    const breached = breach(outcome, outside);
    if (breached !== undefined) return { verdict: "NOT contained", evidence: breached };
    return { verdict: "contained", evidence: "nothing behind the links was read, changed or created" };
  },
};
