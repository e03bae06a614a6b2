import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DirGrant } from "./grants.ts";
import type { Allowed, Layer, PathRule, Sourced } from "./layer.ts";

/** Where an absolute path leads, links followed as far as it exists; what cannot be looked at stays as it is spelled. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** The rules with where their paths lead, for comparing what is spelled in two ways. */
export function withRealPaths(allow: Allowed): Allowed {
  return { ...allow, fsRead: allow.fsRead.map(followed), fsWrite: allow.fsWrite.map(followed) };
}

export function layerWithRealPaths(layer: Layer): Layer {
  return { ...layer, allow: withRealPaths(layer.allow) };
}

/** A folder by where it lies. */
export function hostPath({ host }: DirGrant): Omit<PathRule, "ordinary"> {
  return { path: host, real: realPath(host) };
}

function followed({ value, source }: Sourced<PathRule>): Sourced<PathRule> {
  return { value: value.path === undefined ? value : { ...value, real: realPath(value.path) }, source };
}
