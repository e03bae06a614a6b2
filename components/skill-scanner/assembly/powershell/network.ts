// Methods that fetch, send, write or start something, whatever object they belong to.
import { Node } from "../ast";
import { Evaluator, labelsOf } from "../evaluator";
import { asText, V, Value } from "../value";
import { as, startedBy } from "./cmdlets";
import { runLine } from "./start";
import { addLabels } from "./variables";
import { fetched, sentTo } from "./web";

/** Null for any other method. */
export function networkMethod(e: Evaluator, object: Value, owner: Node, name: string, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (count == 0) return null;
  const first = e.values.at(base), last = e.values.at(e.values.length - 1);
  if (FETCHES.includes(` ${name} `)) return fetched(e, e.values.length, first, null, place);
  if (name.startsWith("downloadfile")) return count > 1 ? fetched(e, e.values.length, first, e.values.at(base + 1), place) : null;
  if (count > 1 && SENDS.includes(` ${name} `)) return sentTo(e, first, last, name.startsWith("uploadfile"), place);
  if (name == "open" && count > 1 && isAddress(e.values.at(base + 1))) { // of XMLHTTP: method, address
    const answer = fetched(e, e.values.length, e.values.at(base + 1), null, place);
    addLabels(e, owner, labelsOf(answer));
    return answer;
  }
  if (name == "run" || name == "exec") return first.kind == V.Text ? runLine(e, first, place) : null;
  if (name == "shellexecute") return startedBy(e, first, count > 1 ? e.values.at(base + 1) : null, place);
  if (name == "savetofile") { // of ADODB.Stream
    const end = e.values.length;
    e.values.push(first);
    return as(e, ">", end, e.labelled(labelsOf(object)), place);
  }
  return null;
}

const FETCHES = " downloadstring downloadstringasync downloadstringtaskasync downloaddata downloaddataasync downloaddatataskasync openread getstringasync getbytearrayasync getstreamasync getasync ";
const SENDS = " uploadstring uploadstringasync uploadstringtaskasync uploaddata uploadvalues uploadfile uploadfileasync uploadfiletaskasync postasync putasync ";

export function isAddress(value: Value): bool {
  if (value.kind != V.Text || asText(value).length < 8) return false;
  const text = asText(value);
  return (text.at(0) | 32) == 104 && (text.at(1) | 32) == 116 && (text.at(3) | 32) == 112;
}
