/** UDP is never granted: no socket is made, so that none of these has an instance. */
class UdpSocket {}
class IncomingDatagramStream {}
class OutgoingDatagramStream {}

export const udp = { UdpSocket, IncomingDatagramStream, OutgoingDatagramStream };

export const udpCreateSocket = {
  createUdpSocket: (_family: unknown): never => {
    throw "access-denied";
  },
};
