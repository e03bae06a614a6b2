// Reads the words of a program: addresses, paths and keys tell in them, sentences do not.
import { matchSource } from "./characters";
import { Skill } from "./skill";
import { Unit } from "./unit";

export function readWords(skill: Skill, unit: Unit): void {
  matchSource(skill.findings, unit.start, unit.length);
  skill.texts.slice(unit.source, 0, unit.length, -1, false);
}
