/** Modules that together have every construct of JavaScript, without a mistake in them. */
export const javascriptSamples: readonly string[] = [
  `import a, { b as c, default as d, "odd name" as e } from "m";\nimport * as f from 'm' with { type: "json" };\nimport "side";\nexport { a, c as g };\nexport * from "n";\nexport * as h from "n";\nexport default function named(x) { return d(e(f, x)); }\n`,
  `export const { p, q: [r, , s = 1], ...t } = u(), v = w();\nexport function fn() {}\nexport class C extends D(E) { static #x = 1; #m() { return #x in this; } get y() { return this.#x; } set y(v) {} static { init(); } async *gen() { yield* go(); } [k()]() {} 'lit'() {} 12() {} static async = 1; get; static; in = f(); }\n`,
  `a?.b?.[c]?.(d)?.e(f);\nnew A;\nnew A(1)(2);\nnew a.b.c(d).e();\nnew (f())();\nnew new X()();\nimport("m").then(m => m.default());\nimport.meta.resolve("x");\nfunction F() { return new.target(1); }\n`,
  `tag\`a\${b(1)}c\${\`nested \${d()} text\`}\`;\nx = \`\\\${not} \${ {a: f()}.a } $ {\`;\nString.raw\`\\u\`;\n(a, b)\`t\`;\n`,
  `const o = { a, b: 1, 'c': f(), [d()]: 2, ...e(), get g() { return h(); }, set g(v) {}, async i() { await j(); }, *k() { yield l(); }, async *m() {}, get: 1, set: 2, async: 3, new: 4, await: 5, __proto__: null, 0x1f() {}, };\n`,
  `x = a => b(a);\ny = async a => await b(a);\nz = async (a, { b, c = d() }, ...e) => { f(); };\nw = () => ({}).toString();\nv = async () => {};\nasync(1);\nasync\nfunction notAsync() {}\n(a, b) => c, (d => e)(f);\nu = a => b => c => d();\n`,
  `if (a) b(); else if (c) d(); else { e(); }\nfor (;;) { break; }\nfor (let i = 0, n = f(); i < n; i++) g(i);\nfor (const [k, v] of Object.entries(o)) h(k, v);\nfor (const k in o) i(k);\nfor (var x of y()) z: while (1) continue z;\nfor await (const l of m()) n(l);\ndo { p(); } while (q()) r();\nwith (s) t();\nswitch (u()) { case v(): w(); break; case (1): default: x(); }\ntry { y(); } catch { z(); } finally { a(); }\ntry { b(); } catch ({ message, ...rest }) { c(message); }\nlabel: { break label; }\nthrow new Error(d());\n`,
  `a = b\n(c)\nd = e\n/f/g.test(h)\nlet i = j\n++k\nreturn_()\n;[1].map(l)\nvar m = () => {}\n/n/.exec(o)\np = q / r(s) / t\nif (u) /v/.test(w)\nx = y++ / z()\n`,
  `re = [/[/\\]]/, /\\//g, /=/, /a/.test(b) ? /c/ : /d/y];\nx = a / b / c;\ny = (a) / b(1);\nz = {} / f();\nq = a ? /x/.exec(b) : c;\nreturn /z/.test(d);\nfunction* g() { yield /r/.exec(s); }\nasync function h() { await /s/.exec(t); }\n`,
  `x = (a ?? b) || c && d | e ^ f & g == h < i << j + k * l ** -m(n);\ny = typeof void delete a[b(c)];\nz = !(d in e) && f instanceof G;\na ??= b ||= c &&= d **= e >>>= f(g);\nexports.a = exports.b = exports.c = void 0;\nv = a ? b(1) : c ? d(2) : e(3);\n`,
  `"use strict";\n'\\\n';\nconst s = 'it\\'s \\x41\\u0041\\u{41}', n = [0x1F, 0b11, 0o17, 1_000n, .5, 1., 1e+3, 1..toFixed(2), 1.5.toFixed(), 0.0.toString()];\nvar \\u0061bc = 1, \u00fcber = abc, $ = _;\n/* a\n b */ f() // c\n/* d */\n`,
  `#!/usr/bin/env node\nf();\n`,
  `function of() {}\nof(1); let_(2); get(3); set(4); static_(5);\nvar get, set, of, as, from, type, async, target, let1;\nfor (async of => {}; false; ) {}\nfor (async.x of y) z();\nvar yield_ = 1, await_ = 2;\nfunction sloppy() { var yield1; }\n`,
  `async function a() { await insert(b); await instance.c(); await offer(d); for await (const e of f) await inside(e); }\nfunction* g() { yield inspect(h); yield off(i); }\n`,
  `using_(x);\nclass A extends Z { constructor() { super(); super.m(); } static async *[Symbol.iterator]() {} 'use'; a = () => this.b(); static b; accessor; }\nconst B = class extends (a, A) {};\n(class {}).name();\nnew class { constructor() { c(); } }();\n(function () { d(); })();\n!function () { e(); }();\n(() => { f(); })();\n`,
];

/** The same for TypeScript. */
export const typescriptSamples: readonly string[] = [
  `import type { A } from "a";\nimport { type B, c, type as d } from "b";\nimport e = require("e");\nimport type F from "f";\nexport type { A };\nexport type G = A | B;\nc(d, e);\n`,
  `interface A<T extends B = C> extends D<T>, E { (x: F): G; new (x: F): G; [k: string]: H; m?(x?: I): void; readonly p: J }\ntype K<T> = T extends (infer U extends string)[] ? \`\${U}x\` : { [P in keyof T as Q<P>]?: T[P] };\ntype L = typeof a.b<C> | unique symbol | readonly string[] | [a?: b, ...c: d[]] | (new () => E) | abstract new () => F | import("m").N<O>["p"];\nf();\n`,
  `function f<const T, in out U>(this: A, a?: B, b: C = d(), ...e: F[]): asserts a is G;\nfunction f(a: any): a is B { return g<C, D<E>>(a)!.h!(i as unknown as J, k satisfies L, <M>n); }\n`,
  `abstract class A<T> extends B<T>(c) implements D, E<F> { private readonly x: G = h(); declare y: I; static #z?: J; abstract m(): K; constructor(private a: L, public readonly b?: M) { super(); } get p(): N { return o(); } [k: string]: any; override q<R>(s: R): s is T { return u(s); } v!: W; }\n`,
  `namespace inspect { let a: B; }\nabstract class C {}\ntype D = readonly \`\${string}/\${string}\`[] | keyof \`e\`;\nf(g);\n`,
  `enum A { B = 1, C = d(), "e" }\nconst enum F { G }\ndeclare enum H { I }\ndeclare module "m" { export function g(): void; }\ndeclare global { interface Window { a: B } }\ndeclare const c: D, e: F;\ndeclare function h(): void;\nnamespace I.J { export const k = l(); }\nabstract class M {}\nexport = n;\nexport as namespace O;\n`,
  `const a = (b: C): D => e(b), f = async <T,>(g: T): Promise<T> => await h(g), i = <T extends J>(k: T) => l(k);\nconst m = n ? (o) : p, q = r ? (s: U): t => u(s) : v(1);\nlet w: (x: Y) => Z = (x) => a1(x), b1: { c: d }[] = [];\nfor (const e1 of f1 as G1[]) h1(e1);\nlet i1 = j1 < k1, l1 = m1(n1 < o1, p1 > q1), r1 = s1<T1>(u1), v1 = new W1<X1>(y1), z1 = a2?.<B2>(c2);\nlet d2 = e2 as const, f2 = g2! + h2!.i2;\n`,
  `@a() @b.c class D { @e() f = g(); @h i() {} constructor(@j() k: L) {} }\n@m export class N {}\nexport @o() class P {}\ntry { q(); } catch (e: unknown) { r(e); }\nlet s = type, t = { type: 1, interface: 2 };\ntype = s;\nmodule.exports = t;\ndeclare;\nnamespace;\nabstract;\nvar declare, module, type;\n`,
];

/** JSX, which acorn does not read. */
export const jsxSamples: readonly string[] = [
  `const a = <div className="x" {...p} data-y='it"s' z={f(1)} w>text {g(2)} it's &amp; <b.C/> {/* note */} {...h} <></></div>;\nreturn cond ? <A b=<i/> /> : <>{list.map(x => <li key={x}>{x}</li>)}</>;\n`,
  `x = a < b;\ny = <p>=</p>;\nz = <p>a &gt; b</p> ;\nf(<q/>, 1);\n`,
];
