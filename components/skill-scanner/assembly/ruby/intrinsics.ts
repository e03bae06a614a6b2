// Functions of Ruby's library whose result the evaluator works out, when it can; null when it cannot.
import { Evaluator } from "../evaluator";
import { goIntrinsic } from "../go/intrinsics";
import { Intrinsic, NODE_RUBY } from "../tables";
import { asText, V, Value } from "../value";
import { memberByName } from "./methods";

/** The arguments are on the value stack from `base` on; `labels` are those of the result. */
export function rubyIntrinsic(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  if (base == e.values.length) return null;
  const first = e.values.at(base);
  switch (kind) {
    case Intrinsic.rubyMember: return first.kind == V.Text ? memberByName(e, e.path(NODE_RUBY, 0), asText(first), place) : null;
    case Intrinsic.goSame: case Intrinsic.goFormat: return goIntrinsic(e, kind, base, labels, place);
    default: return null;
  }
}
