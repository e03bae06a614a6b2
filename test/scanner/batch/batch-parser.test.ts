import { describe, expect, test } from "vitest";
import { shellProbeMaker } from "../shell-probe.ts";

const probe = (await shellProbeMaker("batch"))();

/** A file, and its statements as ../shell-probe.ts writes them. */
const SAMPLES: readonly (readonly [string, ...string[]])[] = [
  ["@a b & c && d || e\r\nf", '"a"("b")', '"c"()', '"d"()', '"e"()', '"f"()'],
  ["rem a\n:: b\n:c\nd", '"d"()'],
  ["c^u^r^l a^\nb", '<"c" + "u" + "r" + "l">(<"a" + "b">)'],
  ['"a b" "c d"e', '"a b"(<"c d" + "e">)'],
  ["a %x% !y! %%i %1 %~dp0b 5%", '"a"(<$X>, <$Y>, <$%i>, <$%1>, <$$batchfolder + "b">, "5%")'],
  ["a %x:~1,2%%x:b=c%", '"a"(<Attr($X)(1, 2) + Attr($X)("b", "c")>)'],
  ['set a=b c\nset "d=e %f%"', '$A = "b c"', '$D = <"e " + $F>'],
  ["a | b > c 2>nul", '>("c", stdin="b"(stdin="a"()))'],
  ["echo a b >> c", '>>("c", stdin="echo"("a b "))'],
  ['start "title" /b a', '"start"("/b", "a")'],
  ['if not exist "a b" (\n c\n) else d', 'If("\\"a b\\"", {"c"()}, {"d"()})'],
  ['if "%a%"=="b" c', 'If("\\"%a%\\"", {"c"()})'],
  ["for %%i in (a b) do echo %%i", 'For($%i, List("a", "b"), {"echo"(<$%i>)})'],
  ["for /f \"delims=\" %%i in ('a b') do c", 'For($%i, {"a"("b")}, {"c"()})'],
  ["( a\nb\n) > c", '>("c", stdin={"a"(); "b"()})'],
];

describe("the tree", () => {
  test.each(SAMPLES.map(([file, ...statements]) => ({ file, statements })))("of $file", ({ file, statements }) => {
    expect(probe.parse(file)).toMatchObject({ errors: 0, cutoffs: 0 });
    expect(probe.tree(file)).toEqual(statements);
  });
});
