import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ceilingPaths, readCeiling } from "./ceiling.ts";
import { flagLayer, type GrantFlags } from "./flag-layer.ts";
import type { Grants } from "./grants.ts";
import type { Layer } from "./layer.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { PolicySettings } from "./policy-file.ts";
import { type Environment, grantsFrom } from "./resolve.ts";

/** What an operator asks for, before anything caps it. */
export interface AuthorityRequest {
  readonly flags: GrantFlags;
  /** Of the command line; what it does not set comes from the policy file, and then from the defaults. */
  readonly limits?: Partial<Limits> | undefined;
  readonly settings?: PolicySettings | undefined;
  /** A policy file. */
  readonly policy?: string | undefined;
  /** The skill's manifest; without it, the one that lies beside the component. */
  readonly manifest?: string | undefined;
  readonly component?: string | undefined;
  /** Absolute: what relative paths are relative to, unless they stand in a policy file. */
  readonly cwd: string;
  readonly environment: Environment;
}

/** What a run may do, and how that came about. */
export interface Authority {
  readonly grants: Grants;
  readonly limits: Limits;
  readonly settings: PolicySettings;
  /** Absolute: the files that were believed, or would be if they existed. No grant reaches them. */
  readonly files: readonly string[];
  /** What was asked for and is not granted, or not as far, because a ceiling or a manifest caps it. */
  readonly capped: readonly string[];
}

/**
 * The effective grants: the operator's ceilings ∩ (flags ∪ policy file) ∩ the skill's manifest, less every denial.
 *
 * @throws SandboxError `usage` or `policy` when any of them cannot be read or understood
 */
export async function resolveAuthority(request: AuthorityRequest): Promise<Authority> {
  const { cwd, component } = request;
  const strange = component === undefined ? [cwd] : [cwd, dirname(resolve(cwd, component))];
  const paths = ceilingPaths(request.environment, strange);
  const ceilings = paths.flatMap((path) => readCeiling(path) ?? []);
  const manifest = manifestOf(request);
  const flags = flagLayer(request.flags, cwd);
  const files = [...paths.map((path) => dirname(path)), ...[request.policy, request.manifest].flatMap(absolute(cwd))];
  if (request.policy === undefined && ceilings.length === 0 && manifest === undefined) {
    return { ...fromFlags(request, flags), files };
  }
  // Reading YAML is rare, and takes longer to load than all the rest.
  const { combine, readSources } = await import("./combine.ts");
  return { ...combine(request, flags, readSources(request, ceilings, manifest)), files };
}

/** A manifest that is to be read: the one that was named, else one that lies beside the component. */
export interface ManifestFile {
  readonly name: string;
  readonly given: boolean;
}

function manifestOf({ manifest, component, cwd }: AuthorityRequest): ManifestFile | undefined {
  if (manifest !== undefined) return { name: manifest, given: true };
  if (component === undefined) return undefined;
  const beside = join(dirname(component), SKILL_FILE);
  return existsSync(resolve(cwd, beside)) ? { name: beside, given: false } : undefined;
}

/** The description of a skill, with its front matter: https://agentskills.io/specification. */
export const SKILL_FILE = "SKILL.md";

function absolute(cwd: string): (name: string | undefined) => string[] {
  return (name) => (name === undefined ? [] : [resolve(cwd, name)]);
}

function fromFlags({ environment, limits, settings = {} }: AuthorityRequest, flags: Layer): Omit<Authority, "files"> {
  return { grants: grantsFrom(flags, environment), limits: { ...DEFAULT_LIMITS, ...limits }, settings, capped: [] };
}
