import type { Grants } from "../policy/grants.ts";
import type { BrokerOptions, ChangedFiles } from "./broker.ts";
import type { Budget } from "./budget.ts";
import type { Allowance } from "./files/allowance.ts";
import type { Files } from "./files/files.ts";
import type { Handles } from "./handles.ts";
import type { Network } from "./network/network.ts";

/** What does the work that one set of grants allows; each part is opened when it is first needed. */
export interface Means {
  files(): Promise<Files>;
  network(): Promise<Network>;
  changedFiles(): Promise<ChangedFiles>;
  close(): void;
}

/** @param deadline when the run must be over, in milliseconds of `performance.now()`; it may move on. */
export function openMeans(
  grants: Grants,
  options: BrokerOptions,
  { budget, handles }: { readonly budget: Budget; readonly handles: Handles },
  deadline: () => number,
): Means {
  const allowance: Allowance = { spend: budget.spend, mayOpen: () => handles.hasRoom() || tooMany() };
  let files: Promise<Files> | undefined;
  let network: { readonly opened: Network; readonly until: number } | undefined;

  return {
    files() {
      files ??= import("./files/files.ts").then(({ createFiles }) =>
        createFiles(
          { read: grants.fsRead, write: grants.fsWrite, dirs: grants.dirs },
          { ...options, allowance, asks: options.ask !== undefined },
        ),
      );
      return files;
    },
    async network() {
      const until = deadline();
      if (network?.until === until) return network.opened;
      network?.opened.close();
      const { createNetwork } = await import("./network/network.ts");
      network = { opened: createNetwork(grants.network, { ...networkOptions(), deadline: until }), until };
      return network.opened;
    },
    async changedFiles() {
      const opened = await files;
      return { changedFiles: opened?.changed() ?? [], changesOmitted: opened?.changesOmitted() ?? 0 };
    },
    close() {
      void files?.then((opened) => opened.close());
      network?.opened.close();
    },
  };

  function tooMany(): false {
    options.onLimit("open-files", `more than ${options.limits.maxOpenFiles} open files and folders`);
    return false;
  }

  function networkOptions() {
    return {
      limits: { httpResponseBytes: options.limits.maxHttpResponseBytes },
      spend: (what: Parameters<Budget["spend"]>[0], amount: number) =>
        budget.spend(what, amount) ? undefined : ({ kind: "limit", limit: what, reason: "used up" } as const),
      ...options.networkSeams,
    };
  }
}
