import { tell, waitForTheEnd } from "./door.ts";
import { type Rations, tellFuel } from "./rations.ts";

/** Ends the run with the program's own status. It does not return and throws nothing: a guest may catch what is thrown. */
export type Exit = (status: number) => never;

export function exitOf(rations: Rations): Exit {
  return (status) => {
    tellFuel(rations.fuelUsed);
    tell("exited", statusBytes(status));
    return waitForTheEnd();
  };
}

function statusBytes(status: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, status >>> 0, true);
  return bytes;
}
