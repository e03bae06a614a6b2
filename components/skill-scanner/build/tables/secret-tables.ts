import { PLACEHOLDERS, TOKEN_SHAPES } from "../../vocabulary/secret-shapes.ts";
import { column, constant, texts } from "./source-text.ts";

/** How tokens of services begin, and what tells that something only stands for one. */
export function secretTables(): string[] {
  return [
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
