import type { Check } from "../check.ts";
import { bubblewrap } from "./bubblewrap.ts";
import { bubblewrapWalls } from "./bubblewrap-walls.ts";
import { cache } from "./cache.ts";
import { ceilings } from "./ceilings.ts";
import { cgroups } from "./cgroups.ts";
import { engine } from "./engine.ts";
import { isolation } from "./isolation.ts";
import { landlock } from "./landlock.ts";
import { ownPrograms } from "./own-programs.ts";
import { perl } from "./perl.ts";
import { permissionModel } from "./permission-model.ts";
import { platform } from "./platform.ts";
import { processorTime } from "./processor-time.ts";
import { raceFreePaths } from "./race-free-paths.ts";
import { seccomp } from "./seccomp.ts";
import { userNamespaces } from "./user-namespaces.ts";
import { walls } from "./walls.ts";

/** What this machine has. */
export const MACHINE: readonly Check[] = [
  platform,
  engine,
  perl,
  landlock,
  seccomp,
  bubblewrap,
  isolation,
  userNamespaces,
  cgroups,
  cache,
  ceilings,
];

/** What a run promises, each tried for real. */
export const PROMISES: readonly Check[] = [
  permissionModel,
  walls,
  bubblewrapWalls,
  raceFreePaths,
  processorTime,
  ownPrograms,
];
