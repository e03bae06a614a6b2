// Reads tables and logs: each line is a text by itself, and says nothing together with its neighbours.
import { matchSource } from "../characters";
import { Skill } from "../skill";
import { Unit } from "../unit";
import { Invisible } from "./invisible";
import { Channel } from "./prose";
import { isWorthReading, readProse } from "./read-prose";

export function readRows(skill: Skill, unit: Unit): void {
  skill.prose.start();
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  new Invisible(unit.start, 0, unit.length, skill.findings, skill.prose).read();
  for (let from = 0; from < unit.length; ) {
    let to = from;
    while (to < unit.length && unchecked(unit.source[to]) != 10) to++;
    if (isWorthReading(unit, from, to)) readProse(skill, unit, from, to, Channel.Visible, true);
    from = to + 1;
  }
}
