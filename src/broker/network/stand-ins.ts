/**
 * Addresses that stand for names which nobody has permitted yet. A name is looked up only when somebody permits a
 * connection to it, and that can be asked only when its port is known: the guest is given one of these until then.
 *
 * They are of 240.0.0.0/4, which is no host's (RFC 1112 section 4): whoever means one really is refused.
 */
export class StandIns {
  readonly #names: string[] = [];

  /** The address that stands for a name; undefined when there are too many. */
  addressOf(name: string): string | undefined {
    const known = this.#names.indexOf(name);
    if (known !== -1) return `${NETWORK}${known + 1}`;
    return this.#names.length < MOST ? `${NETWORK}${this.#names.push(name)}` : undefined;
  }

  nameOf(address: string): string | undefined {
    return address.startsWith(NETWORK) ? this.#names[Number(address.slice(NETWORK.length)) - 1] : undefined;
  }
}

const NETWORK = "240.0.0.";
/** More than a person is asked about. */
const MOST = 100;
