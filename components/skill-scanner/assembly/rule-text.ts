// What the report says of a rule: constant pieces of JSON.
import { JsonWriter } from "./json-writer";
import { listEnd, listStart } from "./lists";
import { SourceLines } from "./source-lines";
import { RULE_DESCRIPTION, RULE_DESCRIPTION_AT, RULE_HEAD, RULE_HEAD_AT } from "./tables";

/** `"rule":"…","category":"…","severity":"…","confidence":"…"` */
export function putHead(out: JsonWriter, rule: i32): void {
  putPart(out, RULE_HEAD, RULE_HEAD_AT, rule);
}

/** `,"line":…,"column":…,"context":"…","context_column":…,"description":"…"` for where `lines` stands. */
export function putPlace(out: JsonWriter, rule: i32, lines: SourceLines): void {
  lines.writePlace(out);
  out.put(',"description":');
  putPart(out, RULE_DESCRIPTION, RULE_DESCRIPTION_AT, rule);
}

/** One of the byte strings that lie end to end in a table. */
export function putPart(out: JsonWriter, bytes: usize, starts: usize, index: i32): void {
  const from = listStart(starts, index);
  out.raw(bytes + from, listEnd(starts, index) - from);
}
