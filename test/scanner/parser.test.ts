import { describe, expect, test } from "vitest";
import { type Probe, probeMaker, shape, type TreeNode } from "./parser-probe.ts";

const newProbe = await probeMaker();

describe("expressions", () => {
  test.each([
    ["a.b(c, *d, k=e, **f)", "(Call (Attr (Name a) b) (Name c) (Star (Name d)) (Keyword (Name e) k) (Star (Name f)))"],
    ["f(x for x in y)", "(Call (Name f) (Comp (Name x) (For (Name x) (Name y))))"],
    ["f()()[0].a()", "(Call (Attr (Subscript (Call (Call (Name f))) (Num)) a))"],
    ["a + b * c + d", "(Bin (Bin (Name a) (Bin (Name b) (Name c))) (Name d))"],
    ["-a ** -b", "(Unary (Bin (Name a) (Unary (Name b))))"],
    ["a < b is not c not in d", "(Compare (Compare (Compare (Name a) (Name b)) (Name c)) (Name d))"],
    ["not a in b and c or d", "(Bool (Bool (Unary (Compare (Name a) (Name b))) (Name c)) (Name d))"],
    ["a if b else c if d else e", "(IfExp (Name b) (Name a) (IfExp (Name d) (Name c) (Name e)))"],
    [
      "lambda a, *b, k=c, **d: (a, b)",
      "(Lambda (Tuple (Name a) (Name b)) (Param a) (Param b) (Param (Name c) k) (Param d))",
    ],
    ["(a := f(1), a)", "(Tuple (Walrus (Name a) (Call (Name f) (Num))) (Name a))"],
    ["a[1:2, ::3, ...]", "(Subscript (Name a) (Tuple (Slice (Num) (Num)) (Slice (Num)) (Const)))"],
    ["{**a, 'k': v}", "(Dict (Star (Name a)) (Str) (Name v))"],
    ["{*a, b}", "(Set (Star (Name a)) (Name b))"],
    [
      "{k: v for k, v in d if k if v}",
      "(Comp (Name k) (Name v) (For (Tuple (Name k) (Name v)) (Name d)) (Name k) (Name v))",
    ],
    ["[[x for x in y]]", "(List (Comp (Name x) (For (Name x) (Name y))))"],
    ["{ {x for x in y} }", "(Set (Comp (Name x) (For (Name x) (Name y))))"],
    ["[*a, (yield b)]", "(List (Star (Name a)) (Yield (Name b)))"],
    ["await a.b(c)", "(Await (Call (Attr (Name a) b) (Name c)))"],
    ["1.5e100.hex()", "(Call (Attr (Num) hex))"],
    ["1if a else 0xfor b", "(IfExp (Name a) (Num) (Bool (Num) (Name b)))"],
    [
      "1..real + .5 + 1_0.e-3j + 0b1_0 + 0o17 + 0XffL",
      "(Bin (Bin (Bin (Bin (Bin (Attr (Num) real) (Num)) (Num)) (Num)) (Num)) (Num))",
    ],
    ["'a' b'c' f'{d}'", "(FStr (Str) (Str) (FStr (Name d)))"],
  ])("%s", (source, expected) => {
    const probe = newProbe();
    expect(expression(probe, source)).toBe(expected);
    expect(probe.parse(source).errors).toBe(0);
  });
});

describe("f-strings", () => {
  test.each([
    ['f"{a!r:>{w}} {{x}} {b=}"', "(FStr (Name a) (Str) (Name w) (Str) (Name b))"],
    ["f'{x:=5}'", "(FStr (Name x) (Str))"],
    ["f'{(x:=5)}'", "(FStr (Walrus (Name x) (Num)))"],
    ["f'{a != b}{c:%H:%M}'", "(FStr (Compare (Name a) (Name b)) (Name c) (Str))"],
    ['f"{"a" + f"{b("c")}"}"', "(FStr (Bin (Str) (FStr (Call (Name b) (Str)))))"],
    ["f'\\N{BULLET}\\{a}'", "(FStr (Str) (Name a))"],
    ["rf'\\N{a}\\'{b}'", "(FStr (Str) (Name a) (Str) (Name b))"],
    ["f'''{\n a # comment\n }\n'''", "(FStr (Name a) (Str))"],
    ["f'a\\\n{b}'", "(FStr (Str) (Name b))"],
    ["rf'a\\\n{b}'", "(FStr (Str) (Name b))"],
    ["f'{*a, b}{lambda: 1}'", "(FStr (Tuple (Star (Name a)) (Name b)) (Lambda (Num)))"],
    ["f'{x,:=^10}{y for y in z}'", "(FStr (Tuple (Name x)) (Str) (Comp (Name y) (For (Name y) (Name z))))"],
    ["f'{x:>\n  {y}\n}'", "(FStr (Name x) (Str) (Name y) (Str))"],
    ["f'{x:{{1}.pop()}}'", "(FStr (Name x) (Call (Attr (Set (Num)) pop)))"],
  ])("%s", (source, expected) => {
    const probe = newProbe();
    expect(expression(probe, source)).toBe(expected);
    expect(probe.parse(source).errors).toBe(0);
  });

  test("a field that is no expression is read on as text, and counted", () => {
    expect(newProbe().calls("x = f'{a b} {c()}'\nd()")).toEqual(["1:c:0", "2:d:0"]);
    expect(newProbe().parse("x = f'{a b} {c()}'\nd()").errorLines).toEqual([1]);
  });

  test("an unclosed one ends with its line", () => {
    expect(newProbe().calls("x = f'{a\nimport os\nos.system(1)")).toEqual(["3:system:1"]);
  });
});

describe("statements", () => {
  test.each([
    ["import a.b.c as d, e", "(Import (Alias (Attr (Attr (Name a) b) c) d) (Alias (Name e)))"],
    ["from ...a.b import (c as d, e,)", "(ImportFrom (Attr (Name a) b) (Alias (Name c) d) (Alias (Name e)))"],
    ["from . import *", "(ImportFrom (Alias))"],
    ["a = b, *c = d()", "(Assign (Name a) (Tuple (Name b) (Star (Name c))) (Call (Name d)))"],
    ["a: b = c", "(Assign (Name b) (Name a) (Name c))"],
    ["a //= b", "(AugAssign (Name a) (Name b))"],
    ["with (a as b, c): pass", "(With (Block (Simple pass)) (Tuple (Alias (Name a) (Name b)) (Name c)))"],
    ["with (a), (b) as c.d: pass", "(With (Block (Simple pass)) (Name a) (Alias (Name b) (Attr (Name c) d)))"],
    [
      "try: a\nexcept* (B, C) as e: d\nelse: f\nfinally: g",
      "(Try (Block a) (Handler (Tuple (Name B) (Name C)) (Block d) e) (Block f) (Block g))",
    ],
    [
      "@d(1)\n@e\nasync def f[T: t](a, /, *b: c, k=v, **m) -> r: pass",
      "(FuncDef (Name r) (Block (Simple pass)) (Param (Name t) T) (Param a) (Param) (Param (Name c) b) (Param (Name v) k) (Param m) (Decorator (Call (Name d) (Num))) (Decorator (Name e)) f)",
    ],
    [
      "@d\nclass C[T](B, m=M): pass",
      "(ClassDef (Block (Simple pass)) (Param T) (Name B) (Keyword (Name M) m) (Decorator (Name d)) C)",
    ],
    ["type X[T: a(), *U, **P] = b()", "(TypeAlias (Call (Name b)) (Param (Call (Name a)) T) (Param U) (Param P) X)"],
    ["type = type(type)", "(Assign (Name type) (Call (Name type) (Name type)))"],
    ["if a: b\nelif c: d\nelse: e", "(If (Name a) (Block b) (Name c) (Block d) (Block e))"],
    [
      "for a, *b in c, d: e\nelse: f",
      "(For (Tuple (Name a) (Star (Name b))) (Tuple (Name c) (Name d)) (Block e) (Block f))",
    ],
    ["raise A(b) from c", "(Raise (Call (Name A) (Name b)) (Name c))"],
    ["global a, b", "(Global (Name a) (Name b))"],
    ["del a[b], c", "(Simple (Tuple (Subscript (Name a) (Name b)) (Name c)))"],
  ])("%s", (source, expected) => {
    const probe = newProbe();
    const short = shape(probe.tree(source)).replace(/\(ExprStmt \(Name (\w)\)\)/g, "$1");
    expect(short).toBe(`(Block ${expected})`);
    expect(probe.parse(source).errors).toBe(0);
  });

  test("a slice tells which bounds it has", () => {
    const ops = ["s[::-1]", "s[:-1:]", "s[1:2]", "s[1:2:3]", "s[:]"].map(
      (source) => first(newProbe(), source).children[1]?.op,
    );
    expect(ops).toEqual([2, 6, 1, 6, 1]);
  });
});

describe("match", () => {
  test("class patterns are no calls, what a guard or subject calls is one", () => {
    const source =
      "match f(x):\n  case C(a, k=D(1)) | m.E() if g(a): h()\n  case {'k': F() as v, **r} | [G(), *_]: pass\n";
    expect(newProbe().calls(source).sort()).toEqual(["1:f:1", "2:g:1", "2:h:0"]);
    expect(newProbe().parse(source).errors).toBe(0);
  });

  test("as inside a keyword pattern", () => {
    expect(caseOf("X(value=str() as doc)")).toBe(
      "(ClassPattern (Name X) (Keyword (Alias (ClassPattern (Name str)) (Capture doc)) value))",
    );
  });

  test.each([
    ["_", "(Capture)"],
    ["a", "(Capture a)"],
    ["a.b", "(Attr (Name a) b)"],
    ["-1.5 | 1 + 2j", "(Bin (Unary (Num)) (Bin (Num) (Num)))"],
    ["'a' 'b' | None | True", "(Bin (Bin (FStr (Str) (Str)) (Const None)) (Const True))"],
    ["(a)", "(Capture a)"],
    ["(a,), [b, *c], ()", "(Tuple (Tuple (Capture a)) (List (Capture b) (Star (Capture c))) (Tuple))"],
    ["a, *_", "(Tuple (Capture a) (Star (Capture)))"],
    ["{1: a, b.c: d, **e}", "(Dict (Num) (Capture a) (Attr (Name b) c) (Capture d) (Star (Capture e)))"],
  ])("case %s", (pattern, expected) => expect(caseOf(pattern)).toBe(expected));

  test.each([
    ["match x:", "(Name x)"],
    ["match (x):", "(Name x)"],
    ["match (x,):", "(Tuple (Name x))"],
    ["match (*x,):", "(Tuple (Star (Name x)))"],
    ["match (x)(1):", "(Call (Name x) (Num))"],
    ["match (x,)[0](1):", "(Call (Subscript (Tuple (Name x)) (Num)) (Num))"],
    ["match (x).y(2):", "(Call (Attr (Name x) y) (Num))"],
    ["match [a, b]:", "(List (Name a) (Name b))"],
    ["match [a][0], b:", "(Tuple (Subscript (List (Name a)) (Num)) (Name b))"],
    ["match -a + b:", "(Bin (Unary (Name a)) (Name b))"],
    ["match *a, b:", "(Tuple (Star (Name a)) (Name b))"],
    ["match not a:", "(Unary (Name a))"],
    ["match (a) if b else c:", "(IfExp (Name b) (Name a) (Name c))"],
    ["match \\\n x: # comment", "(Name x)"],
    ["match ...:", "(Const)"],
    ["match {}:", "(Dict)"],
  ])("%s is a statement", (head, subject) => {
    const source = `${head}\n  case 1: pass\n`;
    expect(shape(newProbe().tree(source))).toBe(`(Block (Match ${subject} (Case (Num) (Block (Simple pass)))))`);
    expect(newProbe().parse(source).errors).toBe(0);
  });

  test.each([
    ["match(x)", "(Call (Name match) (Name x))"],
    ["match[a:b]", "(Subscript (Name match) (Slice (Name a) (Name b)))"],
    ["match - a", "(Bin (Name match) (Name a))"],
    ["match not in a", "(Compare (Name match) (Name a))"],
    ["match .group(1)", "(Call (Attr (Name match) group) (Num))"],
  ])("%s is an expression", (source, expected) => expect(expression(newProbe(), source)).toBe(expected));

  test("an annotation of a name called match stays one", () => {
    expect(shape(newProbe().tree("match: int = case\nmatch[0]: int"))).toBe(
      "(Block (Assign (Name int) (Name match) (Name case)) (Assign (Name int) (Subscript (Name match) (Num))))",
    );
  });
});

describe("lines", () => {
  test("a call has the line of the name that is called", () => {
    const source = "x = a \\\n .b \\\n .c(\n 1) . \\\n d()\ny = (e\n  # comment\n  .f()\n)\n";
    expect(newProbe().calls(source).sort()).toEqual(["3:c:1", "5:d:0", "8:f:0"]);
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("%s ends lines, in strings and continuations too", (_, end) => {
    const source = ["a = '''", "'''", "b = 'x\\", "y' \\", "  .c()", "d = f'''", "{e()}'''", "f()"].join(end);
    expect(newProbe().calls(source)).toEqual(["5:c:0", "7:e:0", "8:f:0"]);
    expect(newProbe().parse(source).errors).toBe(0);
  });

  test("an attribute says where its name begins", () => {
    const call = first(newProbe(), "abc .\\\n  def_(1)");
    expect(call.children[0]).toMatchObject({ kind: "Attr", line: 2, op: 9 });
  });
});

describe("layout", () => {
  test("the first backslash decides the column of a joined line", () => {
    const source = "if a:\n  b\n  \\\n        c()\n  d()\ne()";
    expect(shape(newProbe().tree(source))).toMatch(/^\(Block \(If .*c.*d.*\) \(ExprStmt \(Call \(Name e\)\)\)\)$/);
    expect(newProbe().parse(source).errors).toBe(0);
  });

  test("a tab reaches to the next multiple of eight, a form feed starts over", () => {
    expect(newProbe().parse("if a:\n\tb\n        c\n  \f        d\n").errors).toBe(0);
  });

  test("an unclosed bracket ends where a statement begins", () => {
    expect(newProbe().calls("a = f(1,\nimport os\nos.system(2)\n")).toEqual(["1:f:1", "3:system:1"]);
  });
});

describe("Python 2", () => {
  test("print and exec statements, backticks and old excepts keep their calls", () => {
    const source =
      'print "a" % f()\nexec g() in {}\ntry: pass\nexcept E, e: print >>h(), `i()`\nprint\nraise E, "x"\nprint(j())';
    expect(newProbe().calls(source).map(calleeOf).sort()).toEqual(["f", "g", "h", "i", "j", "print"]);
  });

  test("print as a function is no statement", () => {
    expect(
      newProbe().parse('print("a")\nprint if a else b\nprint in c\nprint not in d\nprint\nprint.e\nprint = 1').errors,
    ).toBe(0);
  });
});

function expression(probe: Probe, source: string): string {
  return shape(first(probe, source));
}

function first(probe: Probe, source: string): TreeNode {
  const node = probe.tree(source).children[0]?.children[0];
  if (node === undefined) throw new Error(`${source} has no expression`);
  return node;
}

function caseOf(pattern: string): string {
  const source = `match x:\n  case ${pattern}: pass\n`;
  expect(newProbe().parse(source).errors).toBe(0);
  const clause = newProbe().tree(source).children[0]?.children[1];
  return clause?.children[0] === undefined ? "no case" : shape(clause.children[0]);
}

function calleeOf(call: string): string | undefined {
  return call.split(":")[1];
}
