import { SandboxError } from "../../errors.ts";
import type { Attack } from "../attack.ts";

/** Ends the process if it ever becomes JavaScript, out of any kind of quotation. */
const NAME = "x'\\\"`];globalThis.process.exit(66);//\\n*/";

export const hostileNames: Attack = {
  id: "A01",
  title: "code in the names of a component, which end up in generated JavaScript",
  guest: `(component
    (core module $m
      (memory (export "memory") 1)
      (func (export "${NAME}"))
      (func (export "run") (result i32) (i32.const 0)))
    (core instance $i (instantiate $m))
    (func $run (result string) (canon lift (core func $i "run") (memory (core memory $i "memory"))))
    (instance $skill (export "run" (func $run)))
    (export "sandbox:skill/skill" (instance $skill)))`,
  async run({ runGuest }) {
    try {
      const { outcome } = await runGuest({});
      return { verdict: "NOT contained", evidence: `it was run, and ${outcome.kind}` };
    } catch (error) {
      if (!(error instanceof SandboxError) || error.code !== "invalid-component") throw error;
      return { verdict: "contained", evidence: "refused before anything of it was generated or run" };
    }
  },
};
