import { rules } from "../../components/skill-scanner/rules/index.ts";
import { islandsSamples } from "../../test/scanner/islands/islands-samples.ts";
import { mutated, tokenSoup } from "../../test/scanner/mutations.ts";
import { filesOf, type NamedText } from "../../test/scanner/rule-examples.ts";
import { seededRandom } from "../../test/scanner/seeded-random.ts";
import { type ScannedLanguage, TOKENS } from "./scan-tokens.ts";

type Random = (below: number) => number;

const LONGEST_SAMPLE = 2_000;
/** One in so many is a soup of tokens; one in so many is put into a file of another language, where it is a unit of its own. */
const SOUPS = 8;
const INSIDE = 4;

/** Names' ends of the languages that are read as islands, in the order of their samples. */
const ISLAND_ENDS = [
  "cs",
  "java",
  "php",
  "pl",
  "lua",
  "vim",
  "rs",
  "swift",
  "kt",
  "scala",
  "groovy",
  "dart",
  "c",
  "r",
  "jl",
  "applescript",
];
const ISLANDS = new RegExp(`\\.(?:${ISLAND_ENDS.join("|")})$`);

const ENDINGS: Readonly<Record<ScannedLanguage, RegExp>> = {
  python: /\.py$/,
  javascript: /\.[cm]?[jt]sx?$/,
  go: /\.go$/,
  ruby: /\.rb$/,
  islands: ISLANDS,
  powershell: /\.ps1$/,
  batch: /\.(?:bat|cmd)$/,
  shell: /\.(?:sh|bash|zsh)$/,
  markdown: /\.md$/i,
  data: /\.(?:json|ya?ml|toml|ini|cfg|xml|html|svg|env|plist)$|(?:^|\/)(?:\w*Dockerfile|Makefile|requirements\.txt|\.\w+)$/,
};

const USUAL_PATHS: Readonly<Record<ScannedLanguage, string>> = {
  python: "skill.py",
  javascript: "skill.js",
  go: "main.go",
  ruby: "skill.rb",
  islands: "skill.cs",
  powershell: "skill.ps1",
  batch: "skill.bat",
  shell: "skill.sh",
  markdown: "SKILL.md",
  data: "settings.json",
};

const samples: readonly NamedText[] = [
  ...rules.flatMap((rule) => [...rule.bad, ...rule.good]).flatMap(filesOf),
  ...islandsSamples.map(([, text], i) => ({ path: `skill.${ISLAND_ENDS[i]}`, text })),
].filter(({ text }) => text.length < LONGEST_SAMPLE);
const samplesByLanguage = new Map(
  Object.entries(ENDINGS).map(([language, ending]) => [language, samples.filter(({ path }) => ending.test(path))]),
);

/** Examples of the rules, spliced and mutated, the same for the same seed; invalid UTF-8 is replaced as the host does it. */
export function mixture(language: ScannedLanguage, seed: number): NamedText[] {
  const random = seededRandom(seed);
  const own = samplesByLanguage.get(language) ?? [];
  const { path, text } = pick(own, random) ?? { path: USUAL_PATHS[language], text: "" };
  const bytes =
    random(SOUPS) === 0
      ? tokenSoup(random, 200, TOKENS[language])
      : mutated(spliced(text, own, random), random, TOKENS[language]);
  const changed = { path, text: new TextDecoder().decode(bytes) };
  return random(INSIDE) === 0 ? [changed, inside(language, changed.text, random)] : [changed];
}

function spliced(text: string, others: readonly NamedText[], random: Random): string {
  const more = Array.from({ length: random(3) }, () => pick(others, random)?.text ?? "");
  return [text, ...more].reduce((all, part) => {
    const at = random(all.length + 1);
    return `${all.slice(0, at)}\n${part}\n${all.slice(at)}`;
  });
}

/** The same text as a program hands it on, encodes it, or as it stands in a fence. */
function inside(language: ScannedLanguage, text: string, random: Random): NamedText {
  const base64 = Buffer.from(text).toString("base64");
  const quoted = JSON.stringify(text);
  const places: readonly NamedText[] = [
    { path: "inner.py", text: `import base64, os, subprocess\nexec(base64.b64decode("${base64}"))\n` },
    { path: "shell.py", text: `import subprocess\nsubprocess.run(${quoted}, shell=True)\n` },
    {
      path: "inner.js",
      text: `const { exec } = require("child_process");\nexec(${quoted});\neval(atob("${base64}"));\n`,
    },
    { path: "inner.sh", text: `echo ${base64} | base64 -d | ${language === "python" ? "python3" : "sh"}\n` },
    { path: "SKILL.md", text: `Run this:\n\n\`\`\`${language}\n${text}\n\`\`\`\n` },
    { path: "package.json", text: `{"scripts": {"postinstall": ${quoted}}}\n` },
  ];
  return pick(places, random) ?? { path: "inner.txt", text };
}

function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[random(Math.max(items.length, 1))];
}
