import type { Attack } from "../attack.ts";

const PLACES = [
  "/proc/self/environ",
  "/proc/thread-self/environ",
  "/proc/1/environ",
  "/proc/self/cmdline",
  "/proc/self/fd/0",
];

export const environment: Attack = {
  id: "A21",
  title: "the environment of our processes, with every ordinary file granted",
  guest: PLACES.map((read) => ({ read })),
  async run({ runGuest, probe }) {
    const { outcome } = await runGuest({ fsRead: [true] });
    if (outcome.kind !== "returned")
      return { verdict: "NOT contained", evidence: `it did not get to its end: ${outcome.kind}` };
    const opened = outcome.text.split("\n").filter((line) => line.startsWith("ok"));
    if (opened.length > 0)
      return { verdict: "NOT contained", evidence: `${opened.length} of ${PLACES.length} places were read` };
    const probed = await probe();
    const leaks = typeof probed === "string" ? [probed] : probed.leaks;
    if (leaks.length > 0) return { verdict: "NOT contained", evidence: leaks.join(", ") };
    return { verdict: "contained", evidence: "no place in /proc was readable, and the guest process has no variable" };
  },
};
