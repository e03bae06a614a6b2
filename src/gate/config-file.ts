import { dirname, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import { isProblems, parseDocument } from "../policy/parse-document.ts";
import type { FailOn } from "../scanner/objections.ts";
import { type ConfigDocument, configSchema } from "./config-schema.ts";
import { FORMATS, type Format } from "./formats.ts";

/** What the operator configured for scans. */
export interface ScanConfig {
  readonly failOn: FailOn | undefined;
  readonly minScore: number | undefined;
  /** Absolute. */
  readonly outputs: readonly OutputFile[];
  readonly ignores: readonly Ignore[];
}

export interface OutputFile {
  readonly format: Format;
  readonly file: string;
}

/** One accepted pattern of findings. */
export interface Ignore {
  readonly rule: string;
  /** From `folder` on. */
  readonly path: string | undefined;
  /** Absolute: where the configuration lies. */
  readonly folder: string;
  readonly reason: string;
  /** `2027-01-31`. */
  readonly expires: string;
  /** For messages: `wasm-sandbox.config.yaml:7`. */
  readonly where: string;
}

/**
 * @param name The path by which it was named.
 * @param path Absolute.
 * @throws SandboxError `policy` when there is anything in it that we do not understand
 */
export function parseConfig(text: string, name: string, path: string): ScanConfig {
  const document = parseDocument(configSchema, text);
  if (!isProblems(document)) return configOf(document.value, name, path, document.lineOf);
  const [first, ...others] = document;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new SandboxError("policy", `Invalid configuration ${name}:${first?.line}: ${first?.message}${more}`);
}

function configOf(
  document: ConfigDocument,
  name: string,
  path: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): ScanConfig {
  const folder = dirname(path);
  const files: Readonly<Record<string, unknown>> = document.outputs ?? {};
  return {
    failOn: document["fail-on"],
    minScore: document["min-score"],
    outputs: FORMATS.flatMap((format) =>
      files[format] === undefined ? [] : [{ format, file: resolve(folder, String(files[format])) }],
    ),
    ignores: (document.ignore ?? []).map(({ rule, path, reason, expires }, index) => ({
      rule,
      path,
      folder,
      reason,
      expires,
      where: `${name}:${lineOf(["ignore", index])}`,
    })),
  };
}
