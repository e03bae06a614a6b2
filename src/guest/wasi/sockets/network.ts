/** Where a guest's sockets live. It holds no authority: each connection is judged by where it leads. */
export class Network {}

const network = new Network();

export const instanceNetwork = { instanceNetwork: () => network };
