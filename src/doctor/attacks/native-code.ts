import type { Attack } from "../attack.ts";

export const nativeCode: Attack = {
  id: "A29",
  title: "native code in the guest process, as if V8 had been broken",
  async run({ probe }) {
    const probed = await probe();
    if (typeof probed === "string") return { verdict: "NOT contained", evidence: probed };
    const { walls, escapes, tried } = probed;
    if (escapes.length === 0) return { verdict: "contained", evidence: `${tried} attempts, none worked (${walls})` };
    const where = walls === "" ? "there are no walls here; --require-walls refuses" : walls;
    return { verdict: "NOT contained", evidence: `it could ${escapes.join(", ")} (${where})` };
  },
};
