import type { Handle } from "../handles.ts";
import { Bell } from "./bell.ts";
import type { Resolution } from "./resolver.ts";

/** One question for the addresses of a name. */
export class NameLookup implements Handle {
  readonly #bell = new Bell();
  readonly #end = new AbortController();
  #addresses: string[] | undefined;
  #fault: string | undefined;

  /** @param ask is given a signal that aborts when nobody wants the answer any more */
  constructor(ask: (signal: AbortSignal) => Promise<Resolution>) {
    void ask(this.#end.signal).then((resolution) => {
      if ("code" in resolution) this.#fault = lookupFault(resolution.code);
      else this.#addresses = [...resolution.addresses];
      this.#bell.ring();
    });
  }

  get fault(): string | undefined {
    return this.#fault;
  }

  isReady(): boolean {
    return this.#addresses !== undefined || this.#fault !== undefined;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  next(): string | undefined {
    return this.#addresses?.shift();
  }

  close(): void {
    this.#end.abort();
  }
}

export function lookupFault(code: string): string {
  if (code === "access-denied") return code;
  if (code === "ENOTFOUND" || code === "ENODATA") return "name-unresolvable";
  return code === "ETIMEOUT" || code === "ESERVFAIL" ? "temporary-resolver-failure" : "permanent-resolver-failure";
}
