// The way from source to sink, as the report tells it.
import { JsonWriter } from "./json-writer";
import { Skill } from "./skill";
import { SourceLines } from "./source-lines";
import { Step, Trace } from "./origins";

/** Steps that are told: the source and the last ones. */
const MAX_STEPS: i32 = 8;
/** Bytes of sources that may be searched for the lines of steps. */
const MAX_SEARCHED: i32 = 1 << 26;

/** A finding's last step, and the label whose way it tells. */
export class Flow {
  constructor(public trace: Trace, public label: u64) {}
}

export class FlowWriter {
  private searched: i32 = 0;
  private steps: Trace[] = [];

  constructor(private out: JsonWriter, private skill: Skill) {}

  /** `,"flow":[…]` from the source to `place`; nothing when it is not known. */
  write(flow: Flow | null, place: i32): void {
    if (flow === null || this.searched > MAX_SEARCHED) return;
    this.collect(flow);
    const out = this.out;
    out.put(',"flow":[');
    for (let i = this.steps.length - 1; i >= 0; i--) {
      if (i < this.steps.length - 1 && this.steps.length - 1 - i < this.steps.length - MAX_STEPS + 2) continue;
      this.writeStep(this.steps[i].place, this.steps[i].step, this.steps[i].symbol);
      out.byte(44);
    }
    this.writeStep(place, Step.Sink, 0);
    out.byte(93);
  }

  /** The last step first. */
  private collect(flow: Flow): void {
    this.steps = [];
    let trace: Trace | null = flow.trace;
    while (trace !== null) {
      const isJoint = trace.other !== null;
      if (!isJoint) this.steps.push(trace);
      trace = trace.beforeOf(flow.label);
    }
  }

  private writeStep(place: i32, step: Step, symbol: i32): void {
    const file = this.fileOf(place);
    const unit = this.skill.files[file].unit;
    const lines = new SourceLines(unit.start, unit.length);
    lines.moveTo(place - unit.base);
    this.searched += place - unit.base;
    const out = this.out;
    out.put('{"file":');
    out.number(file);
    lines.writePlace(out);
    out.put(',"what":');
    this.writeWhat(step, symbol);
    out.byte(125);
  }

  private fileOf(place: i32): i32 {
    let low = 0;
    let high = this.skill.files.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.skill.files[middle].unit.base <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private writeWhat(step: Step, symbol: i32): void {
    const name = symbol == 0 ? "" : " " + this.skill.names.text[symbol];
    const text = String.UTF8.encode(wordsOf(step) + name);
    this.out.escaped(changetype<usize>(text), text.byteLength);
  }
}

function wordsOf(step: Step): string {
  switch (step) {
    case Step.Source: return "comes from here";
    case Step.Kept: return "kept in";
    case Step.Given: return "handed to";
    case Step.Returned: return "returned";
    default: return "ends here";
  }
}
