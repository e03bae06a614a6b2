import { describe, expect, test } from "vitest";
import { shellProbeMaker } from "../shell-probe.ts";

const probe = (await shellProbeMaker("powershell"))();

/** A script, and its statements as ../shell-probe.ts writes them: names are in lower case, `$x` is `$$x`. */
const SAMPLES: readonly (readonly [string, ...string[]])[] = [
  ["a -Name:x 1,2 'b c'", '"a"("-Name", "x", List("1", "2"), "b c")'],
  ["a | b | c", '"c"(stdin="b"(stdin="a"()))'],
  ["a |\n b\n| c", '"c"(stdin="b"(stdin="a"()))'],
  ["a; b && c\nd", '"a"()', '"b"()', '"c"()', '"d"()'],
  ["a <# b #> c # d\ne `\n  f", '"a"("c")', '"e"("f")'],
  ["i`ex $env:TEMP\\a", '<"i" + "e" + "x">(<$TEMP + "\\\\a">)'],
  ["$A = 1; \u0024{b c} = $script:X", "$$a = 1", "$$b c = $$x"],
  ["[int]$x = '5'", '$$x = Unary("5")'],
  ["$x += 1; $h.k = 2; $h['k'] = 3", "AugAssign($$x, 1)", "Attr($$h) = 2", 'Subscript($$h, "k") = 3'],
  ['"a$x b$($y.z)``"""', '<"a" + $$x + " b" + Attr($$y) + "`" + "\\"" + "\\"">'],
  ["'it''s'", '<"it\'" + "s">'],
  ['@"\na $x\n"@; b', '<"a " + $$x>', '"b"()'],
  ["@'\n$x\n'@", '"$x"'],
  ["1 + 2 * 3 -join ','", 'Bin(Bin(1, Bin(2, 3)), ",")'],
  ["'a','b' -join ''", 'Bin(List("a", "b"), <>)'],
  ["-join ('a','b')", 'Unary(List("a", "b"))'],
  ["$x[1..3].Length", "Attr(Subscript($$x, Bin(1, 3)))"],
  ["[a.b]::C('d', 1).E()", 'Attr(Attr(Const())("d", 1))()'],
  ["(New-Object A.B).C", 'Attr("New-Object"("A.B"))'],
  ["@{ a = 1; 'b' = c d\n e = @(1) }", 'Dict("a", 1, "b", "c"("d"), "e", List({1}))'],
  ["if (a) { b } elseif (c) { d }\nelse { e }", 'If("a"(), {"b"()}, "c"(), {"d"()}, {"e"()})'],
  ["foreach ($x in 1..3) { $x }", "For($$x, Bin(1, 3), {$$x})"],
  ["try { a } catch [B] { c } finally { d }", 'Try({"a"()}, {"c"()}, {"d"()})'],
  ["function F($a = 1) { param([string]$b) c }", 'f() {"c"()}'],
  ["& { param($x) $x } 1", "Lambda({$$x}, Param($$x))(1)".replace("(1)", '("1")')],
  ["$x | % { $_ } > out.txt", '>("out.txt", stdin="%"(Lambda({$$_}), stdin=$$x))'],
  ["a 2>&1 > $null; b 2> $null", '"a"()', '"b"()'],
  ["return $x; exit", "$$x"],
  [".\\a.ps1 -X; . .\\b.ps1", '".\\\\a.ps1"("-X")', '".\\\\b.ps1"()'],
];

describe("the tree", () => {
  test.each(SAMPLES.map(([script, ...statements]) => ({ script, statements })))(
    "of $script",
    ({ script, statements }) => {
      expect(probe.parse(script)).toMatchObject({ errors: 0, cutoffs: 0 });
      expect(probe.tree(script)).toEqual(statements);
    },
  );
});

test.each(["$(", "a) b", "} c", "if (", "@{ = }", '"$(', "foreach ($x", "a | | b", "function {"])(
  "what stands behind %j is read",
  (broken) => {
    const { errors } = probe.parse(`${broken}\n`);
    expect(errors).toBeGreaterThan(0);
    expect(JSON.stringify(probe.tree(`plant a\n${broken}\n`))).toContain("plant");
  },
);
