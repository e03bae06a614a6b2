/// <reference path="../sandbox-skill.d.ts" />

/** Never returns: what a skill does that wants to keep a machine busy. */
export const skill = {
  run(): string {
    for (let spin = 0; ; spin++) if (spin < 0) return "never";
  },
};
