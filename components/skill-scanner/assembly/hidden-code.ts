// Code inside a constant that is executed: it is scanned like the file that it is hidden in.
import { keep } from "./arena";
import { Evaluator } from "./evaluator";
import { Findings } from "./findings";
import { readUnit } from "./read-unit";
import { RULE_HIDDEN_CODE, RULE_SEVERITY } from "./tables";
import { madeIn, MAX_LEVEL } from "./unit";
import { TextValue } from "./value";

/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

/** Whatever is found in the text is reported at `place`, and that it was hidden there as well. */
export function scanHidden(e: Evaluator, text: TextValue, language: i32, layer: string, place: i32): void {
  if (text.holes || text.length == 0 || e.unit.level >= MAX_LEVEL || !e.texts.charge(text.length * COST)) return;
  keep(); // the code's names stay
  const findings = e.findings;
  const before = findings.count;
  readUnit(e.skill, madeIn(e.unit, language, changetype<usize>(text.bytes) + text.from, text.length, place, layer));
  if (findings.count > before && isHidden(findings, text, before)) findings.add(RULE_HIDDEN_CODE, place);
}

/** A text that is written down as it is hides nothing; one that was put together hides what is worth a look. */
function isHidden(findings: Findings, text: TextValue, before: i32): bool {
  if (text.codings != 0) return true;
  if (!text.assembled) return false;
  for (let i = before; i < findings.count; i++) if (load<u8>(RULE_SEVERITY + findings.rule(i)) >= MEDIUM) return true;
  return false;
}

const MEDIUM: u8 = 1;
