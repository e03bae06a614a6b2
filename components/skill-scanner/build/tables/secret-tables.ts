import { PLACEHOLDERS, TOKEN_SHAPES } from "../../vocabulary/secret-shapes.ts";
import { column, constant, data, texts } from "./source-text.ts";

/** What `SECRET_BYTES` says of a byte that may stand in a token: at the first of some shape it says the latter. */
const IN_WORD = 1;
const BEGINS_SHAPE = 2;

/** How tokens of services begin, and what tells that something only stands for one. */
export function secretTables(): string[] {
  return [
    constant("BEGINS_SHAPE", BEGINS_SHAPE),
    data(
      "SECRET_BYTES",
      "u8",
      Array.from({ length: 256 }, (_, byte) => kindOf(String.fromCharCode(byte))),
    ),
    constant("SHAPE_COUNT", TOKEN_SHAPES.length),
    ...texts(
      "SHAPE_BYTES",
      TOKEN_SHAPES.map(([start]) => start),
    ),
    column("SHAPE_LENGTH", "u8", TOKEN_SHAPES, ([, length]) => length),
    constant("PLACEHOLDER_COUNT", PLACEHOLDERS.length),
    ...texts("PLACEHOLDER_BYTES", PLACEHOLDERS),
  ];
}

function kindOf(character: string): number {
  if (!/[a-zA-Z0-9_-]/.test(character)) return 0;
  return TOKEN_SHAPES.some(([start]) => start.startsWith(character)) ? BEGINS_SHAPE : IN_WORD;
}
