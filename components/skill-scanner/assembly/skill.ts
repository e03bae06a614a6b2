// All files of a skill, and what is known over all of them.
import { Bytes } from "./bytes";
import { Findings } from "./findings";
import { syntaxOf } from "./javascript/syntax";
import { Language, languageOf } from "./language";
import { Modules } from "./modules";
import { Prose } from "./prose/prose";
import { Names } from "./python/names";
import { Services } from "./services";
import { SymbolTables } from "./tables-by-symbol";
import { Texts } from "./texts";
import { Unit } from "./unit";
import { World } from "./world";

export const UNKNOWN_CLAIMANT: i32 = -2;

export class SkillFile {
  /** Rule that tells why a part was not understood; -1 when all was. */
  gap: i32 = -1;
  /** It has been read, or is being read. */
  isRead: bool = false;
  /** It runs when the package is installed: see installing.ts. */
  installs: bool = false;
  /** Number of the file that says what this one is for: see claims.ts. */
  claimant: i32 = UNKNOWN_CLAIMANT;
  constructor(public path: Bytes, public unit: Unit) {}
}

export class Skill {
  readonly files: SkillFile[] = [];
  /** Numbers of those with the name SKILL.md. */
  readonly claims: i32[] = [];
  readonly findings: Findings = new Findings();
  readonly names: Names = new Names();
  readonly texts: Texts = new Texts(this.findings, 0);
  readonly tables: SymbolTables = new SymbolTables();
  readonly world: World = new World();
  readonly modules: Modules = new Modules(this);
  readonly services: Services = new Services(this.findings);
  readonly prose: Prose = new Prose(this.findings);
  /** Which files run when it is installed has been found out. */
  knowsHooks: bool = false;
  /** Bytes of all files so far. */
  private size: i32 = 0;

  /** The files lie end to end, with a byte between them, so that a place tells its file. */
  addFile(path: Bytes, source: StaticArray<u8>, length: i32): SkillFile {
    const unit = new Unit(languageOf(path, new Bytes(changetype<usize>(source), length)), source, length);
    unit.syntax = syntaxOf(path);
    unit.isShown = unit.language == Language.Markdown;
    unit.base = this.size;
    unit.file = this.files.length;
    this.size += length + 1;
    const file = new SkillFile(path, unit);
    if (path.endsWith("skill.md")) this.claims.push(unit.file);
    this.files.push(file);
    return file;
  }
}
