import type { FuzzedLanguage } from "../fuzz-parser.ts";
import { javascriptProbeMaker, type SYNTAX } from "../parser-probe.ts";
import { javascriptSamples, jsxSamples, typescriptSamples } from "./javascript-samples.ts";
import { javascriptTokens } from "./javascript-tokens.ts";

/** JavaScript and TypeScript as what is mutated, read with this syntax. */
export async function fuzzedJavascript(syntax: keyof typeof SYNTAX): Promise<FuzzedLanguage> {
  const newProbe = await javascriptProbeMaker();
  const samples = [...javascriptSamples, ...typescriptSamples, ...jsxSamples];
  return { samples, tokens: javascriptTokens, newProbe: () => newProbe(syntax) };
}
