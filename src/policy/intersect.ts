import { intersectNetwork } from "./intersect-hosts.ts";
import { dirsWithin, intersectPaths, type PathOf } from "./intersect-paths.ts";
import { type Allowed, type Denied, EVERY_NAME, type Layer, type Sourced } from "./layer.ts";

/** A layer as far as a ceiling allows it; what the layer denies stays denied. */
export function within(layer: Layer, ceiling: Allowed, pathOf: PathOf): Layer {
  return {
    ...layer,
    allow: {
      fsRead: intersectPaths(layer.allow.fsRead, ceiling.fsRead),
      fsWrite: intersectPaths(layer.allow.fsWrite, ceiling.fsWrite),
      network: intersectNetwork(layer.allow.network, ceiling.network),
      env: namesWithin(layer.allow.env, ceiling.env),
    },
    dirs: dirsWithin(layer.dirs, ceiling, pathOf),
  };
}

/** Everything that any of the layers allows, and everything that any of them denies. */
export function united([first, ...others]: readonly [Layer, ...Layer[]]): Layer {
  return others.reduce(
    (all, { allow, deny, dirs, values }) => ({
      allow: mergedAllow(all.allow, allow),
      deny: mergedDeny(all.deny, deny),
      dirs: [...all.dirs, ...dirs],
      values: { ...all.values, ...values },
    }),
    first,
  );
}

function mergedAllow(one: Allowed, other: Allowed): Allowed {
  return {
    fsRead: [...one.fsRead, ...other.fsRead],
    fsWrite: [...one.fsWrite, ...other.fsWrite],
    network: [...one.network, ...other.network],
    env: [...one.env, ...other.env],
  };
}

export function mergedDeny(one: Denied, other: Denied): Denied {
  return {
    fsRead: [...one.fsRead, ...other.fsRead],
    fsWrite: [...one.fsWrite, ...other.fsWrite],
    network: [...one.network, ...other.network],
    env: [...one.env, ...other.env],
  };
}

function namesWithin(names: readonly Sourced<string>[], ceiling: readonly Sourced<string>[]): Sourced<string>[] {
  return names.filter(({ value }) =>
    ceiling.some((allowed) => allowed.value === value || allowed.value === EVERY_NAME),
  );
}
