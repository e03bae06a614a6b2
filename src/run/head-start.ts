import { type EarlyModule, encodeHeadStart } from "../guest/head-start.ts";
import type { RunRequest } from "./request.ts";
import type { Session } from "./session.ts";
import { wallsRefusal } from "./walls-refusal.ts";

/**
 * Lets the guest process validate and compile a component's own modules while its glue is still being made. Nothing of
 * them runs: no instance is made before the job is there.
 */
export class HeadStart {
  readonly #request: RunRequest;
  readonly #session: Session;
  readonly #component: Uint8Array;
  #state: "waiting" | "sent" | "too late" = "waiting";

  constructor(request: RunRequest, session: Session, component: Uint8Array) {
    this.#request = request;
    this.#session = session;
    this.#component = component;
  }

  /** Sends modules that are checked and edited, unless the run is one for which it does not pay or must not be. */
  async offer(modules: readonly EarlyModule[]): Promise<void> {
    const { limits, deterministic } = this.#request;
    if (this.#component.length < WORTH_IT_BYTES || limits.fuel !== undefined || deterministic === true) return;
    const { walls, wallsKnown, guest } = this.#session;
    await wallsKnown;
    if (this.#state !== "waiting" || wallsRefusal(this.#request, walls()) !== undefined) return;
    this.#state = "sent";
    guest.send(encodeHeadStart({ component: this.#component, modules }));
  }

  /** What of the component the job must still bring. Nothing is sent ahead any more. */
  rest(): Uint8Array {
    if (this.#state === "sent") return NOTHING;
    this.#state = "too late";
    return this.#component;
  }
}

/** A smaller one is validated in a few milliseconds; and the guest reads no frame beyond its end that is larger than its inbox. */
const WORTH_IT_BYTES = 1024 * 1024;
const NOTHING = new Uint8Array();
