import { networkErrorCode } from "./faults.ts";
import { ipNameLookup } from "./ip-name-lookup.ts";
import { instanceNetwork, Network } from "./network.ts";
import { TcpSocket, tcpCreateSocket } from "./tcp.ts";
import { udp, udpCreateSocket } from "./udp.ts";

export const sockets = {
  "wasi:sockets/network": { Network, networkErrorCode },
  "wasi:sockets/instance-network": instanceNetwork,
  "wasi:sockets/ip-name-lookup": ipNameLookup,
  "wasi:sockets/tcp": { TcpSocket },
  "wasi:sockets/tcp-create-socket": tcpCreateSocket,
  "wasi:sockets/udp": udp,
  "wasi:sockets/udp-create-socket": udpCreateSocket,
} as const;
