import { plausibleModule } from "./plausible-module.ts";
import { randomBytes, seededRandom } from "./seeded-random.ts";

export interface HostileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it calls `os.system`, if only Python would run it. */
  readonly planted: boolean;
}

/** Imports and calls `os.system` after the mess: is it still seen? */
const PLANT = '\nimport os\nos.system("id")\n';

/** 64 files made to stop a Python scanner, the same bytes on every run. Most end with a planted call of `os.system`. */
export function hostileInputs(): HostileInput[] {
  const planted = { ...longLines(), ...nesting(), ...unclosed(), ...encodings(), ...layout(), ...notPython() };
  return [...inputs(planted, true), ...inputs(noise(), false)];
}

type Cases = Record<string, string | Uint8Array>;

function inputs(cases: Cases, planted: boolean): HostileInput[] {
  return Object.entries(cases).map(([name, content]) => ({ name, bytes: toBytes(content), planted }));
}

function longLines(): Cases {
  return {
    line1m_list: `x = [${repeat("1", 500_000, ",")}]${PLANT}`,
    line1m_concat: `x = ${repeat("'a'", 250_000, "+")}${PLANT}`,
    line1m_attr: `x = a${".b".repeat(500_000)}${PLANT}`,
    line1m_call: `x = f${"()".repeat(500_000)}${PLANT}`,
    line1m_sub: `x = f${"[0]".repeat(333_000)}${PLANT}`,
    line1m_and: `x = ${repeat("a", 200_000, " and ")}${PLANT}`,
    line1m_cmp: `x = ${repeat("a", 250_000, " < ")}${PLANT}`,
    line1m_str: `x = "${"a".repeat(1_000_000)}"${PLANT}`,
    line1m_comment: `# ${"a".repeat(1_000_000)}${PLANT}`,
    line1m_semis: `${repeat("x=1", 250_000, ";")}${PLANT}`,
    line1m_spaces: `${" ".repeat(1_000_000)}${PLANT}`,
    line1m_name: `${"a".repeat(1_000_000)}=1${PLANT}`,
    line1m_strcat: `x = ${repeat("'a'", 250_000, " ")}${PLANT}`,
    line1m_fstr: `x = f"${"{a}".repeat(330_000)}"${PLANT}`,
    newlines1m: `${"\n".repeat(1_000_000)}${PLANT}`,
    backslash1m: `${"\\\n".repeat(500_000)}${PLANT}`,
    backslash1m_bad: `${"\\".repeat(1_000_000)}${PLANT}`,
    quotes1m: `${'"'.repeat(1_000_001)}${PLANT}`,
  };
}

function nesting(): Cases {
  return {
    paren10k: `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}${PLANT}`,
    paren10k_open: `x = ${"(".repeat(10_000)}${PLANT}`,
    paren10k_close: `x = ${")".repeat(10_000)}${PLANT}`,
    paren100k: `x = ${"(".repeat(100_000)}1${")".repeat(100_000)}${PLANT}`,
    brack10k: `x = ${"[".repeat(10_000)}${"]".repeat(10_000)}${PLANT}`,
    brace10k: `x = ${"{".repeat(10_000)}${"}".repeat(10_000)}${PLANT}`,
    call10k: `${"f(".repeat(10_000)}${")".repeat(10_000)}${PLANT}`,
    lambda10k: `x = ${"lambda:".repeat(10_000)}1${PLANT}`,
    not10k: `x = ${"not ".repeat(10_000)}1${PLANT}`,
    minus10k: `x = ${"-".repeat(10_000)}1${PLANT}`,
    pow10k: `x = ${repeat("2", 10_000, "**")}${PLANT}`,
    tern10k: `x = ${"a if b else ".repeat(10_000)}1${PLANT}`,
    await10k: `async def f():\n x = ${"await ".repeat(10_000)}a${PLANT}`,
    star10k: `x = ${"*".repeat(10_000)}a${PLANT}`,
    indent1k: `${staircase("if x:\n", 1000)}${" ".repeat(1000)}pass\n${PLANT}`,
    elif100k: `if x:\n pass\n${"elif x:\n pass\n".repeat(100_000)}${PLANT}`,
    try_nest: `${staircase("try:\n", 500)}${" ".repeat(500)}pass\n${PLANT}`,
    class500: `${staircase("class C:\n", 500)}${" ".repeat(500)}pass\n${PLANT}`,
    fstr_nest: `x = ${'f"{'.repeat(50)}1${'}"'.repeat(50)}${PLANT}`,
  };
}

function unclosed(): Cases {
  return {
    fstr_open: `x = f"{a${PLANT}`,
    triple_open: `x = """abc${PLANT}`,
    str_open: `x = "abc${PLANT}`,
    paren_open: `x = foo(1, 2${PLANT}`,
  };
}

function encodings(): Cases {
  return {
    nul: 'x = 1\x00\nimport os\x00\nos.system("id")\n\x00',
    nul_only: `${"\x00".repeat(1_000_000)}${PLANT}`,
    badutf8: latin1('x = "\xff\xfe\x80"\n# \xc3\x28\nimport os\nos.system("id")\n'),
    latin1: latin1('# -*- coding: latin-1 -*-\nx = "\xe9\xe8"\nimport os\nos.system("id")\n'),
    utf16: new Uint8Array(Buffer.from('\ufeffimport os\nos.system("id")\n', "utf16le")),
    bom: '\ufeffimport os\nos.system("id")\n',
    fullwidth: 'import os\n\uff4f\uff53.system("id")\n',
  };
}

function layout(): Cases {
  return {
    crlf: 'import os\r\nif 1:\r\n  os.system("id")\r\n',
    cr: 'import os\rif 1:\r  os.system("id")\r',
    formfeed: 'import os\n\x0cif 1:\n\x0c  os.system("id")\n',
    tabs: 'import os\nif 1:\n\tx=1\n        os.system("id")\n',
    badindent: 'import os\nif 1:\n        x=1\n    os.system("id")\n',
    unexpindent: 'import os\n    os.system("id")\n',
  };
}

function notPython(): Cases {
  return {
    py2: `import os\nprint "hello %s" % os.system("id")\nexec "import os" in {}\ntry:\n  pass\nexcept Exception, e:\n  raise ValueError, "x"\nprint >>f, "x", \`x\`\nx = 0777L\nur"abc"\n`,
    garbage_line: 'import os\n$$$ ??? !!! \nos.system("id")\n',
    merge: 'import os\n<<<<<<< HEAD\nx=1\n=======\nx=2\n>>>>>>> b\nos.system("id")\n',
    notebook: 'import os\n%matplotlib inline\n!pip install x\n?foo\nos.system("id")\n',
    py312: `type X[T] = list[T]\ndef f[T: int](x: T) -> T: return x\nprint(f"{"a" + f"{1}"}")\nimport os\nos.system("id")\n`,
    match:
      'import os\nmatch x:\n    case [1, *rest] if os.system("id"):\n        pass\n    case {"a": str() as y, **k} | C(z=1):\n        pass\n',
  };
}

function noise(): Cases {
  const random = seededRandom(7);
  const module = Buffer.from(plausibleModule());
  const mutated = new Uint8Array(module);
  const randascii1m = randomText(random, 1_000_000);
  for (let i = 0; i < 300; i++) mutated[random(mutated.length)] = random(256);
  return {
    random1m: randomBytes(random, 1_000_000),
    randascii1m,
    trunc: new Uint8Array(module.subarray(0, Math.floor((module.length * 2) / 3) + 17)),
    mutated,
  };
}

function randomText(random: (below: number) => number, length: number): string {
  const alphabet = "()[]{}:;,.'\"\\ \n\tabcdefif else for#@=+-*/%<>!0123456789";
  return Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join("");
}

function repeat(part: string, count: number, separator: string): string {
  return `${part}${separator}`.repeat(count - 1) + part;
}

function staircase(header: string, steps: number): string {
  return Array.from({ length: steps }, (_, i) => " ".repeat(i) + header).join("");
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
