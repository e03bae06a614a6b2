import { extname, resolve } from "node:path";
import { check, looseObject, optional, pipe, safeParse, unknown } from "valibot";
import { SandboxError } from "../errors.ts";
import type { ManifestFile } from "./authority.ts";
import { allowedItems } from "./file-items.ts";
import type { Allowed } from "./layer.ts";
import { isProblems } from "./parse-document.ts";
import { problemText } from "./policy-file.ts";
import { capabilitiesSchema } from "./policy-schema.ts";
import { readText } from "./read-text.ts";
import { type Problem, readYaml } from "./yaml-document.ts";

/** What a skill says about itself. It can take away and never give. */
export interface Manifest {
  /** Path, for messages. */
  readonly name: string;
  /** What the skill asks for; undefined when it does not say, which takes nothing away. */
  readonly allow: Allowed | undefined;
}

/** More than any front matter needs; it is a stranger's text. */
const MAX_MANIFEST_BYTES = 1024 * 1024;
const MAX_FRONT_MATTER = 64 * 1024;

/** Other tools have keys of their own in front matter. */
const manifestSchema = pipe(
  unknown(),
  check((value) => !Array.isArray(value), "a mapping of names to values is expected"),
  looseObject({ capabilities: optional(capabilitiesSchema) }, "a mapping of names to values is expected"),
);

/**
 * Reads a manifest: the front matter of a Markdown file, or a YAML or JSON file; its `capabilities` have the keys of a
 * policy's `allow`. Relative paths in it are the guest's, so they start where the guest's do.
 *
 * @throws SandboxError `policy` when it cannot be read or understood: then nobody knows what it would take away
 */
export function readManifest({ name, given }: ManifestFile, cwd: string): Manifest {
  const read = readText(resolve(cwd, name), { maxBytes: MAX_MANIFEST_BYTES, follow: given });
  if (read.kind !== "text") {
    const reason = read.kind === "missing" ? "does not exist" : read.reason;
    throw new SandboxError("policy", `The skill's manifest was not read: ${name} ${reason}`, {
      hint: "name a manifest with --manifest FILE",
    });
  }
  const manifest = parseManifest(read.text, name, cwd);
  if (!isProblems(manifest)) return manifest;
  throw new SandboxError("policy", problemText(name, manifest), {
    hint: "correct the front matter, or name another manifest with --manifest FILE",
  });
}

export function parseManifest(text: string, name: string, cwd: string): Manifest | readonly Problem[] {
  const source = extname(name) === ".md" ? frontMatter(text) : text;
  if (source === undefined) return { name, allow: undefined };
  if (typeof source !== "string") return [source];
  const yaml = readYaml(source);
  if (isProblems(yaml)) return yaml;
  const { success, output, issues } = safeParse(manifestSchema, yaml.value ?? {});
  if (!success) {
    return issues.map(({ message, path = [] }) => ({
      line: yaml.lineOf(path.map(({ key }) => key as PropertyKey)),
      message,
    }));
  }
  if (output.capabilities === undefined) return { name, allow: undefined };
  const problems: Problem[] = [];
  const reader = { name, folder: cwd, lineOf: yaml.lineOf, problems };
  const allow = allowedItems(reader, "capabilities", output.capabilities);
  return problems.length > 0 ? problems : { name, allow };
}

/** The lines between two `---`, with an empty one for the first, so that line numbers stay those of the file. */
function frontMatter(text: string): string | Problem | undefined {
  const [first, ...lines] = text.split(/\r?\n/);
  if (first?.trimEnd() !== "---") return undefined;
  const end = lines.findIndex((line) => line.trimEnd() === "---");
  if (end === -1) return { line: 1, message: "the front matter has no end" };
  const source = `\n${lines.slice(0, end).join("\n")}`;
  return source.length <= MAX_FRONT_MATTER
    ? source
    : { line: 1, message: `the front matter is longer than ${MAX_FRONT_MATTER} characters` };
}
