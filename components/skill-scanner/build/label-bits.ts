import type { Operation } from "../match.ts";
import { HTTPS_URL } from "../vocabulary/hosts.ts";
import { downloaded, versionFile } from "../vocabulary/sources.ts";
import type { Labels } from "./labels.ts";

/** The labels that the engine itself has to know. */
export interface LabelBits {
  /** Marks texts that are URLs. */
  readonly urlBit: number;
  /** Labels of which findings tell where they come from. */
  readonly tracedBits: readonly number[];
  readonly patternBits: readonly number[];
  readonly exactBits: readonly number[];
  readonly credentialBits: Readonly<Record<"header" | "field", readonly number[]>>;
  /** Marks what came from the network. */
  readonly downloadBit: number;
  /** Marks what tells a package's version. */
  readonly versionBit: number;
  readonly operationBits: Readonly<Record<Operation, readonly number[]>>;
}

export const URL_LABEL = { kind: "matches", patterns: [HTTPS_URL] } as const;

/** After all labels have their bits. */
export function labelBits(labels: Labels): LabelBits {
  const urlBit = labels.bitOf(URL_LABEL);
  return {
    urlBit,
    tracedBits: labels.tracedBits().filter((bit) => bit !== urlBit),
    patternBits: labels.patternBits(),
    exactBits: labels.exactBits(),
    credentialBits: { header: labels.credentialBits("header"), field: labels.credentialBits("field") },
    versionBit: labels.bitOf({ kind: "from", source: versionFile }),
    downloadBit: labels.bitOf({ kind: "from", source: downloaded }),
    operationBits: {
      bits: labels.bitsOfOperation("bits"),
      assembled: labels.bitsOfOperation("assembled"),
      disguised: labels.bitsOfOperation("disguised"),
      fetched: labels.bitsOfOperation("fetched"),
      escaped: labels.bitsOfOperation("escaped"),
      unfinished: labels.bitsOfOperation("unfinished"),
      saved: labels.bitsOfOperation("saved"),
    },
  };
}
