import type { Attack } from "../attack.ts";
import { endlessLoop } from "./endless-loop.ts";
import { environment } from "./environment.ts";
import { hostileNames } from "./hostile-names.ts";
import { linksOut } from "./links-out.ts";
import { metadataAddress } from "./metadata-address.ts";
import { nativeCode } from "./native-code.ts";
import { pathTricks } from "./path-tricks.ts";

/** Every portable attack, by row. */
export const ATTACKS: readonly Attack[] = [
  hostileNames,
  linksOut,
  pathTricks,
  endlessLoop,
  metadataAddress,
  environment,
  nativeCode,
];
