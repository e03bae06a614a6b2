// Reads configuration: what a file of settings says becomes a tree, and the rules are asked about each of its settings.
import { keptCount, mark, takeBack } from "../arena";
import { Bytes } from "../bytes";
import { Evaluator } from "../evaluator";
import { matchSource } from "../characters";
import { childOf, nameOfString } from "../name-tree";
import { readSettings } from "../prose/read-settings";
import { Skill } from "../skill";
import { addSteps } from "../steps";
import { NODE_SETTINGS, RULE_NOT_READ } from "../tables";
import { Unit } from "../unit";
import { readCrontab } from "./crontab";
import { readDockerfile } from "./dockerfile";
import { readFlow } from "./flow";
import { Format, Kind, kindOf } from "./kind";
import { readMakefile } from "./makefile";
import { readMarkup } from "./markup";
import { readPathFile } from "./path-file";
import { readRequirements } from "./requirements";
import { readSections } from "./sections";
import { shapeOf } from "./shape";
import { DataTree } from "./tree";
import { runsForStrangers } from "./workflow";
import { walkSettings } from "./walk";
import { readYaml } from "./yaml";

export function readData(skill: Skill, unit: Unit): void {
  if (unit.level == 0) matchSource(skill.findings, unit.start, unit.length);
  addSteps(unit.length);
  readSettings(skill, unit);
  const evaluator = new Evaluator(skill, unit);
  const start = mark();
  const kept = keptCount();
  const path = unit.level == 0 ? unchecked(skill.files[unit.file]).path : new Bytes(0, 0);
  const kind = kindOf(path, new Bytes(unit.start, unit.length));
  if (kind.format == Format.Dockerfile) unit.isShown = true;
  const tree = new DataTree();
  read(tree, unit, kind);
  if (tree.isFull) skill.findings.add(RULE_NOT_READ, tree.cutAt);
  const repeats = kind.startsByItself ? 1 : 0;
  skill.world.repeats += repeats;
  walkSettings(evaluator, tree, childOf(NODE_SETTINGS, nameOfString(nameFor(kind, tree, unit))));
  skill.world.repeats -= repeats;
  takeBack(start, kept);
  evaluator.end();
}

function read(tree: DataTree, unit: Unit, kind: Kind): void {
  switch (kind.format) {
    case Format.Flow: readFlow(tree, unit.source, unit.length); return;
    case Format.Yaml: readYaml(tree, unit.source, unit.length); return;
    case Format.Toml: readSections(tree, unit.source, unit.length, true); return;
    case Format.Sections: readSections(tree, unit.source, unit.length, false); return;
    case Format.Dockerfile: readDockerfile(tree, unit.source, unit.length); return;
    case Format.Makefile: readMakefile(tree, unit.source, unit.length); return;
    case Format.Requirements: readRequirements(tree, unit.source, unit.length); return;
    case Format.Crontab: readCrontab(tree, unit.source, unit.length); return;
    case Format.PathFile: readPathFile(tree, unit.source, unit.length); return;
    default: readMarkup(tree, unit.source, unit.length);
  }
}

/** A workflow that strangers can start has other rules than one that runs for the project's own people. */
function nameFor(kind: Kind, tree: DataTree, unit: Unit): string {
  if (unit.isFrontmatter) return "plugin-hooks";
  const name = isOfAnyKind(kind.name) ? shapeOf(tree, unit.source) : kind.name;
  return name == "workflow" && runsForStrangers(tree, unit.source) ? "strangers-workflow" : name;
}

/** Nothing but the format is known. */
function isOfAnyKind(name: string): bool {
  return name == "embedded" || name == "json" || name == "yaml" || name == "toml";
}
