import { dirname, resolve } from "node:path";
import { SandboxError } from "../errors.ts";
import type { Authority, AuthorityRequest, ManifestFile } from "./authority.ts";
import type { CeilingText } from "./ceiling.ts";
import type { DirGrant } from "./grants.ts";
import { mergedDeny, united, within } from "./intersect.ts";
import type { PathOf } from "./intersect-paths.ts";
import { ALLOW_FLAGS, type Allowed, type Capability, type Layer } from "./layer.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { isProblems } from "./parse-document.ts";
import { type PolicyFile, parsePolicy, problemText, readPolicy } from "./policy-file.ts";
import { hostPath, layerWithRealPaths, realPath, withRealPaths } from "./real-path.ts";
import { grantsFrom } from "./resolve.ts";
import { dirText, ruleText } from "./rule-text.ts";
import { combineSettings } from "./settings.ts";

/** Everything that is read beside the command line. */
export interface Sources {
  readonly policy: PolicyFile | undefined;
  readonly ceilings: readonly PolicyFile[];
  readonly manifest: Manifest | undefined;
}

export function readSources(
  { policy, cwd }: AuthorityRequest,
  ceilings: readonly CeilingText[],
  manifest: ManifestFile | undefined,
): Sources {
  return {
    policy: policy === undefined ? undefined : readPolicy(policy, cwd),
    ceilings: ceilings.map(parseCeiling),
    manifest: manifest && readManifest(manifest, cwd),
  };
}

export function combine(request: AuthorityRequest, flags: Layer, sources: Sources): Omit<Authority, "files"> {
  const { policy, ceilings } = sources;
  let layer = layerWithRealPaths(united(policy === undefined ? [flags] : [flags, policy.layer]));
  const capped: string[] = [];
  for (const { name, allow, pathOf } of capsOf(sources, request.cwd)) {
    const narrower = within(layer, allow, pathOf);
    capped.push(...lost(layer, narrower, name));
    layer = narrower;
  }
  const deny = ceilings.map((ceiling) => ceiling.layer.deny).reduce(mergedDeny, layer.deny);
  return {
    grants: grantsFrom({ ...layer, deny }, request.environment),
    limits: combineLimits(request.limits ?? {}, policy, ceilings),
    settings: combineSettings(request.settings ?? {}, policy, ceilings),
    capped,
  };
}

interface Cap {
  readonly name: string;
  readonly allow: Allowed;
  readonly pathOf: PathOf;
}

/** A ceiling without `allow` caps no grant; one with it caps everything that it does not name. A manifest likewise. */
function capsOf({ ceilings, manifest }: Sources, cwd: string): Cap[] {
  const caps: Cap[] = ceilings
    .filter(({ hasAllow }) => hasAllow)
    .map(({ name, layer }) => ({ name, allow: withRealPaths(layer.allow), pathOf: hostPath }));
  if (manifest?.allow === undefined) return caps;
  return [...caps, { name: manifest.name, allow: withRealPaths(manifest.allow), pathOf: guestPath(cwd) }];
}

/** A skill knows a folder by the name that it has for the guest. */
function guestPath(cwd: string): PathOf {
  return ({ guest }: DirGrant) => ({ path: resolve(cwd, guest), real: realPath(resolve(cwd, guest)) });
}

/** The rules of a layer that are not there, or not as wide, in the layer that was made of it. */
function lost(before: Layer, after: Layer, name: string): string[] {
  const left = new Set(rulesOf(after).map(({ rule }) => rule));
  return rulesOf(before).flatMap(({ rule, source }) => (left.has(rule) ? [] : `${source}, by ${name}`));
}

function rulesOf({ allow, dirs }: Layer): { readonly rule: string; readonly source: string }[] {
  const rules = (Object.keys(ALLOW_FLAGS) as Capability[]).flatMap((capability) =>
    allow[capability].map(({ value, source }) => ({
      // A tree that has lost its credential places is not what it was.
      rule: `${ruleText(ALLOW_FLAGS[capability], value)}${isNarrowed(value) ? " (ordinary)" : ""}`,
      source,
    })),
  );
  return [
    ...rules,
    ...dirs.map(({ value, source }) => ({
      rule: `${dirText(value)}${value.ordinary === true ? " (ordinary)" : ""}`,
      source,
    })),
  ];
}

function isNarrowed(value: Allowed[Capability][number]["value"]): boolean {
  return typeof value === "object" && "path" in value && value.path !== undefined && value.ordinary;
}

function parseCeiling({ path, text }: CeilingText): PolicyFile {
  const ceiling = parsePolicy(text, path, dirname(path));
  if (isProblems(ceiling)) {
    throw new SandboxError("policy", problemText(path, ceiling), { hint: `wasm-sandbox policy check ${path}` });
  }
  const [dir] = ceiling.layer.dirs;
  if (dir === undefined) return ceiling;
  throw new SandboxError("policy", `Invalid ceiling ${dir.source}: a ceiling gives nothing, so it has no dirs`, {
    hint: "name the folder in allow.fs-read, and in allow.fs-write when it may be written",
  });
}

/** The command line's word counts before the policy file's; a ceiling's is the most that either may say. */
function combineLimits(
  given: Partial<Limits>,
  policy: PolicyFile | undefined,
  ceilings: readonly PolicyFile[],
): Limits {
  const limits = { ...DEFAULT_LIMITS, ...amounts(policy), ...given };
  for (const ceiling of ceilings) {
    for (const [field, amount] of Object.entries(amounts(ceiling)) as [keyof Limits, number][]) {
      limits[field] = Math.min(limits[field] ?? Number.POSITIVE_INFINITY, amount);
    }
  }
  return limits;
}

function amounts(policy: PolicyFile | undefined): Partial<Limits> {
  return Object.fromEntries((policy?.limits ?? []).map(({ value }) => [value.field, value.amount]));
}
