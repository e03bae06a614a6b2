// Orders that come over the network: what a server answered is compared with the names of what the program can do.
import { N, Node } from "./ast";
import { Evaluator, labelsOf } from "./evaluator";
import { part } from "./statements";
import { DOWNLOADED_LABELS, NODE_COMPARED_ANSWER } from "./tables";
import { tellRules } from "./tell-rules";
import { V, Value } from "./value";

/** `answer == "text"`, at `place`. */
export function compared(e: Evaluator, answer: Value, text: Value, place: i32): void {
  if (text.kind != V.Text || (labelsOf(answer) & DOWNLOADED_LABELS) == 0) return;
  tellRules(e, NODE_COMPARED_ANSWER, answer, text, place);
}

/** `switch (answer) { case "text": … }`, `match answer:` */
export function distinguish(e: Evaluator, list: Node[]): void {
  const answer = list.length > 0 ? e.evaluate(unchecked(list[0])) : e.unknown;
  const isAnswer = (labelsOf(answer) & DOWNLOADED_LABELS) != 0;
  for (let i = 1; i < list.length; i++) {
    const label = unchecked(list[i]).a;
    if (isAnswer && label !== null && label.kind == N.Str) compared(e, answer, e.evaluate(label), label.start);
    part(e, unchecked(list[i]));
  }
}
