// Which reader reads which language.
import { readShell } from "./commands/read-shell";
import { readData } from "./data/read-data";
import { readGo } from "./go/read-go";
import { readIslands } from "./islands/read-islands";
import { readJavaScript } from "./javascript/read-javascript";
import { Language } from "./language";
import { readMarkdown } from "./markdown/read-markdown";
import { matchSource } from "./characters";
import { readRows } from "./prose/read-rows";
import { readPython } from "./python/read-python";
import { readRuby } from "./ruby/read-ruby";
import { Skill } from "./skill";
import { readWords } from "./read-words";
import { addSteps } from "./steps";
import { enter, MAX_LEVEL, Unit } from "./unit";

/** Reads a unit, and all that is found in it; units that lie too deep inside of others are left alone. */
export function readUnit(skill: Skill, unit: Unit): void {
  if (unit.level > MAX_LEVEL) return;
  addSteps(1);
  const before = enter(skill.findings, unit);
  read(skill, unit);
  enter(skill.findings, before);
}

function read(skill: Skill, unit: Unit): void {
  switch (unit.language) {
    case Language.Python: readPython(skill, unit); return;
    case Language.Shell: readShell(skill, unit); return;
    case Language.Data: readData(skill, unit); return;
    case Language.Words: readWords(skill, unit); return;
    case Language.Rows: readRows(skill, unit); return;
    case Language.Markdown: case Language.Text: readMarkdown(skill, unit); return;
    case Language.JavaScript: readJavaScript(skill, unit); return;
    case Language.Go: readGo(skill, unit); return;
    case Language.Ruby: readRuby(skill, unit); return;
    default:
      if (unit.language >= Language.CSharp) readIslands(skill, unit);
      else matchSource(skill.findings, unit.start, unit.length);
  }
}
