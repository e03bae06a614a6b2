import { OPERATIONS } from "../guest/messages.ts";
import type { Desk } from "./desk.ts";
import type { Answer, Request } from "./door.ts";
import type { WasiFiles } from "./files/wasi-files.ts";
import type { Means } from "./means.ts";
import type { Incoming } from "./network/incoming.ts";
import type { NetworkSeams } from "./network/network.ts";
import type { NetworkDoor } from "./network/network-door.ts";

export interface WasiDoorOptions {
  readonly incoming?: Incoming | undefined;
  readonly networkSeams?: NetworkSeams | undefined;
}

/** The operations of wasi:filesystem, wasi:http and wasi:sockets: each family is opened when it is first used. */
export function createWasiDoor(desk: Desk, means: Means, { networkSeams = {}, incoming }: WasiDoorOptions) {
  let files: Promise<WasiFiles> | undefined;
  let network: NetworkDoor | undefined;

  return {
    async answer(request: Request): Promise<Answer> {
      if (OPERATIONS[request.operation].code >= FIRST_OF_NETWORK) return (await useNetwork()).answer(request);
      files ??= means.files().then((opened) => opened.wasi(desk));
      return (await (await files).answer(request)) ?? { refused: "unsupported" };
    },
  };

  async function useNetwork(): Promise<NetworkDoor> {
    if (network !== undefined) return network;
    const { createNetworkDoor } = await import("./network/network-door.ts");
    network = createNetworkDoor(desk, networkSeams, incoming);
    return network;
  }
}

/** `guest/messages.ts` says which codes are whose. */
const FIRST_OF_NETWORK = 50;
