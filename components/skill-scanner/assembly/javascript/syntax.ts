// What the path of a file says of its syntax.
import { Bytes } from "../bytes";
import { Syntax } from "./parser-cursor";

/** A `<` begins types in TypeScript, elements in JavaScript, and both in TSX. */
export function syntaxOf(path: Bytes): i32 {
  const extension = path.from(path.lastIndexOf(46) + 1);
  if (extension.isAny(" ts mts cts ")) return Syntax.TYPES;
  return extension.isAny(" tsx ") ? Syntax.TYPES | Syntax.JSX : Syntax.JSX;
}
