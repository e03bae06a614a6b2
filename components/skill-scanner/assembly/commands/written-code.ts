// Code that a script writes into a file is read as what the file's name says.
import { keep } from "../arena";
import { Bytes } from "../bytes";
import { Evaluator } from "../evaluator";
import { Language, languageOf } from "../language";
import { readUnit } from "../read-unit";
import { MAX_LEVEL } from "../unit";
import { startsByItself } from "../repeating";
import { TextValue } from "../value";
import { unitOf } from "./read-shell";

/** Shorter ones are flags and names. */
const SHORTEST: i32 = 16;
/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

export function readWritten(e: Evaluator, path: TextValue, text: TextValue, place: i32): void {
  if (text.length < SHORTEST || e.unit.level >= MAX_LEVEL) return;
  const name = new Bytes(changetype<usize>(path.bytes) + path.from, path.length);
  const language = languageOf(name, new Bytes(changetype<usize>(text.bytes) + text.from, text.length));
  if (language == Language.Text || (text.holes && language != Language.Shell) || !e.texts.charge(text.length * COST)) return;
  keep(); // the names of the unit stay
  const unit = unitOf(e, text, language, "a file that the script writes", place);
  unit.isBatch = name.endsWith(".bat") || name.endsWith(".cmd");
  unit.isForWindows = name.endsWith(".ps1");
  unit.hasHoles = text.holes;
  unit.holeLabels = text.labels;
  const repeats = startsByItself(new Bytes(changetype<usize>(path.bytes) + path.from, path.length)) ? 1 : 0;
  e.world.repeats += repeats;
  readUnit(e.skill, unit);
  e.world.repeats -= repeats;
}
