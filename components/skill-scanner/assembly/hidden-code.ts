// Code inside a constant that is executed: it is scanned like the file that it is hidden in.
import { keep } from "./arena";
import { Evaluator } from "./evaluator";
import { Lexer } from "./python/lexer";
import { Parser } from "./python/parser";
import { run } from "./statements";
import { RULE_HIDDEN_CODE } from "./tables";
import { TextValue } from "./value";

/** Constants inside constants that are still looked into. */
const MAX_LEVEL: i32 = 3;
/** Zero bytes that the lexer wants behind the text. */
const SENTINEL: i32 = 4;
/** What parsing costs of the folding budget, a byte. */
const COST: i32 = 8;

/** Whatever is found in the text is reported at `place`, and that it was hidden there as well. */
export function scanHidden(e: Evaluator, text: TextValue, place: i32): void {
  if (text.holes || text.length == 0 || e.level >= MAX_LEVEL || !e.texts.charge(text.length * COST)) return;
  keep(); // the code's names stay
  const code = new StaticArray<u8>(text.length + SENTINEL);
  memory.copy(changetype<usize>(code), changetype<usize>(text.bytes) + text.from, text.length);
  const module = new Parser(new Lexer(code, text.length, e.names)).module();
  const findings = e.findings;
  const outer = findings.place;
  const before = findings.count;
  findings.place = outer >= 0 ? outer : place;
  const inner = new Evaluator(code, e.names, findings, e.texts, e.services);
  inner.level = e.level + 1;
  run(inner, module);
  if (findings.count > before) findings.add(RULE_HIDDEN_CODE, place);
  findings.place = outer;
}
