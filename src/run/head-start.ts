import type { EditedModule, Generate } from "../engine/prepare.ts";
import { applyEdits, editedPieces } from "../guest/edits.ts";
import { type EarlyModule, encodeEarly, encodeShell } from "../guest/head-start.ts";
import { MIB } from "../policy/limits.ts";
import type { RunRequest } from "./request.ts";
import type { Session } from "./session.ts";
import { wallsRefusal } from "./walls-refusal.ts";

/**
 * Lets the guest process make its own glue, so that no second process has to start, and validate and compile a large
 * component's modules while that glue is checked. Nothing of them runs: no instance is made before the job is there.
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

  /** Undefined where the guest process may not have a hostile byte yet, or not the memory that the generator needs. */
  readonly generate: Generate = async (shell) => {
    if (this.#request.limits.maxMemoryBytes < GENERATOR_BYTES || !(await this.#isWalled())) return undefined;
    return this.#session.guest.generate(encodeShell(shell));
  };

  /** Sends modules that are checked and edited, unless the run is one for which it does not pay or must not be. */
  readonly offer = async (modules: readonly EditedModule[]): Promise<void> => {
    // Counted and repeatable runs set the compiler's flags first, which come with the job.
    const { limits, deterministic } = this.#request;
    if (this.#component.length < WORTH_IT_BYTES || limits.fuel !== undefined || deterministic === true) return;
    if (!(await this.#isWalled()) || this.#state !== "waiting") return;
    this.#state = "sent";
    await this.#session.guest.sendAhead(encodeEarly(modules.map((module) => this.#edited(module))));
  };

  /** What of the component the job must still bring. Nothing is sent ahead any more. */
  rest(): Uint8Array {
    if (this.#state === "sent") return NOTHING;
    this.#state = "too late";
    return this.#component;
  }

  async #isWalled(): Promise<boolean> {
    const { walls, wallsKnown } = this.#session;
    await wallsKnown;
    return wallsRefusal(this.#request, walls()) === undefined;
  }

  #edited({ at: [start, end], edits }: EditedModule): EarlyModule {
    const bytes = this.#component.subarray(start, end);
    return { start, pieces: edits.length < MANY_EDITS_BYTES ? editedPieces(bytes, edits) : [applyEdits(bytes, edits)] };
  }
}

/** The generator's own memory is 2 MB, and 3 for a small component (measured): far less than this. */
const GENERATOR_BYTES = 64 * MIB;
/** A smaller one is validated in a few milliseconds; and the guest reads no frame beyond its end that is larger than its inbox. */
const WORTH_IT_BYTES = MIB;
/** Few edits are few pieces; a module with many is copied, so that the frame does not fall into a million parts. */
const MANY_EDITS_BYTES = 4096;
const NOTHING = new Uint8Array();
