import { tell } from "../../door.ts";
import { readU32, u32 } from "../../messages.ts";
import { Pollable } from "../io.ts";
import { addressIn, type IpAddress } from "./addresses.ts";
import { askNetwork, askWhenThere } from "./faults.ts";

class ResolveAddressStream {
  readonly #handle: number;

  constructor(handle: number) {
    this.#handle = handle;
  }

  resolveNextAddress(): IpAddress | undefined {
    const answer = new TextDecoder().decode(askWhenThere("nextAddress", u32(this.#handle)));
    return answer === "\0" ? undefined : addressIn(answer);
  }

  subscribe(): Pollable {
    return new Pollable({ handle: () => this.#handle });
  }

  [Symbol.dispose](): void {
    tell("close", u32(this.#handle));
  }
}

export const ipNameLookup = {
  ResolveAddressStream,
  resolveAddresses: (_network: unknown, name: string) =>
    new ResolveAddressStream(readU32(askNetwork("resolveName", name), 0)),
};
