import { rules } from "../../../components/skill-scanner/rules/index.ts";
import type { CountingScanner } from "../engine-scan.ts";
import { mutated, tokenSoup } from "../mutations.ts";
import { filesOf, type NamedText } from "../rule-examples.ts";
import { seededRandom } from "../seeded-random.ts";

const STEPS_PER_BYTE = 400;
const FIXED_STEPS = 2 ** 21;

const samples: readonly NamedText[] = rules
  .filter(({ languages }) => languages.includes("data"))
  .flatMap((rule) => [...rule.bad, ...rule.good])
  .flatMap(filesOf);

const TOKENS = [
  ...["{", "}", "[", "]", ":", ",", "=", '"', "'", "\\", "\n", "\r\n", "\t", "  ", "- ", ": ", "# ", "//", "/*", "*/"],
  ...[
    "|\n",
    ">\n",
    "---\n",
    '"""',
    "'''",
    "[[",
    "]]",
    "<",
    ">",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<key>",
    "&a ",
  ],
  ...[
    "RUN ",
    "<<EOF\n",
    "EOF\n",
    "\t@",
    "$(shell ",
    "$$",
    "import ",
    "* * * * * ",
    "--index-url ",
    "\\u0041",
    "\\ud83d",
  ],
  ...['"command":', '"args":', '"mcpServers":', '"scripts":', "jobs:", "steps:", "run:", "on:", "\0", "é", "\ufeff"],
];

/** Mutated configuration of every kind that the rules' examples have, the same for the same seed. */
export function* dataMixtures(count: number, seed: number): Generator<NamedText> {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const { path, text } = samples[random(samples.length)] ?? { path: "a.json", text: "{}" };
    const more = samples[random(samples.length)]?.text ?? "";
    const bytes = i % 10 === 0 ? tokenSoup(random, 300, TOKENS) : mutated(`${text}\n${more}`, random, TOKENS);
    yield { path, text: new TextDecoder().decode(bytes) };
  }
}

/** What is wrong with the scan of this file, or undefined. */
export function dataTrouble(scanner: CountingScanner, path: string, text: string): string | undefined {
  try {
    const steps = scanner.steps({ [path]: text });
    if (steps > FIXED_STEPS + STEPS_PER_BYTE * text.length) return `${steps} steps for ${text.length} characters`;
    const lines = text.split(/\r\n|\r|\n/).length;
    const { findings } = scanner.scanSkill({ [path]: text });
    return findings.some(({ line, column }) => line < 1 || line > lines || column < 1) ? "a place outside" : undefined;
  } catch (error) {
    return String(error);
  }
}
