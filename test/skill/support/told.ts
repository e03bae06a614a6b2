import { UNPACK_LIMITS, UnpackBudget, type UnpackLimits } from "../../../src/skill/contents/budget.ts";
import { contentsOf } from "../../../src/skill/contents/contents.ts";

/** What a file turns out to hold, in a form that tests can read. */
export interface Told {
  /** Path to text. */
  readonly texts: Readonly<Record<string, string>>;
  /** `rule path: what`, and `bytecode path`. */
  readonly facts: readonly string[];
  /** Path to format and state. */
  readonly files: Readonly<Record<string, string>>;
}

export function told(path: string, content: string | Uint8Array, limits: Partial<UnpackLimits> = {}): Told {
  const texts: Record<string, string> = {};
  const files: Record<string, string> = {};
  const facts: string[] = [];
  const budget = new UnpackBudget({ ...UNPACK_LIMITS, ...limits });
  for (const each of contentsOf({ path, bytes: Buffer.from(content) }, budget)) {
    if (each.kind === "text") texts[each.path] = Buffer.from(each.bytes).toString("utf8");
    else if (each.kind === "fact") facts.push(`${each.fact.rule} ${each.path}: ${each.fact.what}`);
    else if (each.kind === "bytecode") facts.push(`bytecode ${each.path}`);
    else files[each.path] = `${each.format}, ${each.state}`;
  }
  return { texts, facts, files };
}
