import type { Desk } from "../desk.ts";
import type { Answer, Request } from "../door.ts";
import { httpOperations } from "./http-operations.ts";
import type { Incoming } from "./incoming.ts";
import { incomingOperations } from "./incoming-operations.ts";
import type { NetworkSeams } from "./network.ts";
import { type NetworkDesk, networkDesk } from "./network-desk.ts";
import { socketOperations } from "./socket-operations.ts";
import { streamOperations } from "./stream-operations.ts";

/** The operations of wasi:http and wasi:sockets. */
export interface NetworkDoor {
  answer(request: Request): Promise<Answer>;
}

/** One operation: the fields of its request are the guest's word. */
export type Operate = (fields: readonly Uint8Array[], world: NetworkDesk) => Promise<Answer> | Answer;

export function createNetworkDoor(desk: Desk, seams: NetworkSeams, incoming: Incoming | undefined): NetworkDoor {
  const operations: Readonly<Record<string, Operate>> = {
    ...streamOperations,
    ...httpOperations,
    ...socketOperations(),
    ...(incoming === undefined ? {} : incomingOperations(incoming)),
  };
  let broken: { error: unknown } | undefined;
  const world = networkDesk(desk, seams, (error) => {
    broken ??= { error };
  });
  return {
    async answer({ operation, fields }) {
      if (broken !== undefined) throw broken.error;
      return operations[operation]?.(fields, world) ?? { refused: "unsupported" };
    },
  };
}
