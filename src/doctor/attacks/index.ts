import type { Attack } from "../attack.ts";
import { acrossGrants } from "./across-grants.ts";
import { allocation } from "./allocation.ts";
import { endlessLoop } from "./endless-loop.ts";
import { environment } from "./environment.ts";
import { executedLater } from "./executed-later.ts";
import { exitCodes } from "./exit-codes.ts";
import { hostileNames } from "./hostile-names.ts";
import { linksOut } from "./links-out.ts";
import { metadataAddress } from "./metadata-address.ts";
import { nativeCode } from "./native-code.ts";
import { pathTricks } from "./path-tricks.ts";
import { readOnly } from "./read-only.ts";

/** Every portable attack, by row. */
export const ATTACKS: readonly Attack[] = [
  hostileNames,
  linksOut,
  readOnly,
  acrossGrants,
  pathTricks,
  allocation,
  endlessLoop,
  metadataAddress,
  executedLater,
  environment,
  nativeCode,
  exitCodes,
];
