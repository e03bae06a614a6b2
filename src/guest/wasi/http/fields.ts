import { type HeaderEntry, isForbidden } from "../../network-messages.ts";

/** Headers or trailers. Names keep the case that they were written in and are found in any. */
export class Fields {
  #entries: HeaderEntry[] = [];
  #immutable = false;

  static fromList(entries: readonly HeaderEntry[]): Fields {
    const fields = new Fields();
    for (const [name, value] of entries) fields.append(name, value);
    return fields;
  }

  /** What belongs to a message, which the guest only looks at. */
  static immutable(entries: readonly HeaderEntry[]): Fields {
    const fields = new Fields();
    fields.#entries = [...entries];
    fields.#immutable = true;
    return fields;
  }

  get(name: string): Uint8Array[] {
    return this.#of(name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.#of(name).length > 0;
  }

  set(name: string, values: readonly Uint8Array[]): void {
    this.#check(name, values);
    this.#remove(name);
    for (const value of values) this.#entries.push([name, value]);
  }

  delete(name: string): void {
    this.#check(name, []);
    this.#remove(name);
  }

  append(name: string, value: Uint8Array): void {
    this.#check(name, [value]);
    this.#entries.push([name, value]);
  }

  entries(): HeaderEntry[] {
    return [...this.#entries];
  }

  clone(): Fields {
    const copy = new Fields();
    copy.#entries = [...this.#entries];
    return copy;
  }

  #of(name: string): HeaderEntry[] {
    const lower = name.toLowerCase();
    return this.#entries.filter((entry) => entry[0].toLowerCase() === lower);
  }

  #remove(name: string): void {
    const lower = name.toLowerCase();
    this.#entries = this.#entries.filter((entry) => entry[0].toLowerCase() !== lower);
  }

  #check(name: string, values: readonly Uint8Array[]): void {
    if (this.#immutable) throw { tag: "immutable" };
    if (!TOKEN.test(name) || !values.every(isFieldValue)) throw { tag: "invalid-syntax" };
    if (isForbidden(name)) throw { tag: "forbidden" };
  }
}

/** RFC 9110 section 5.6.2. */
export const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** RFC 9110 section 5.5: visible characters, spaces and tabs; a line break would start another header. */
function isFieldValue(value: Uint8Array): boolean {
  return value.every((byte) => byte === 9 || (byte >= 32 && byte !== 127));
}
