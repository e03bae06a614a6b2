import type { EditedModule, Generate } from "../engine/prepare.ts";
import { applyEdits, editedPieces } from "../guest/edits.ts";
import { type EarlyModule, encodeHeadStart } from "../guest/head-start.ts";
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
  #rest: Uint8Array;

  constructor(request: RunRequest, session: Session, component: Uint8Array) {
    this.#request = request;
    this.#session = session;
    this.#component = component;
    this.#rest = component;
  }

  /** Undefined where the guest process may not have a hostile byte yet, or not the memory that the generator needs. */
  readonly generate: Generate = async (shell, modules) => {
    const { walls, wallsKnown, guest } = this.#session;
    if (this.#request.limits.maxMemoryBytes < GENERATOR_BYTES) return undefined;
    await wallsKnown;
    if (wallsRefusal(this.#request, walls()) !== undefined) return undefined;
    if (!this.#compilesEarly()) return guest.generate(encodeHeadStart({ shell, modules: [] }));
    this.#rest = NOTHING;
    return guest.generate(encodeHeadStart({ shell, modules: modules.map((module) => this.#edited(module)) }));
  };

  /** What of the component the job must still bring. */
  rest(): Uint8Array {
    return this.#rest;
  }

  #edited({ at: [start, end], edits }: EditedModule): EarlyModule {
    const bytes = this.#component.subarray(start, end);
    return { start, pieces: edits.length < MANY_EDITS_BYTES ? editedPieces(bytes, edits) : [applyEdits(bytes, edits)] };
  }

  /** Counted and repeatable runs set the compiler's flags first, which come with the job. */
  #compilesEarly(): boolean {
    const { limits, deterministic } = this.#request;
    return this.#component.length >= WORTH_IT_BYTES && limits.fuel === undefined && deterministic !== true;
  }
}

/** The generator takes 3 MB of a process's memory for a small component. */
const GENERATOR_BYTES = 64 * MIB;
/** A smaller one is validated in a few milliseconds. */
const WORTH_IT_BYTES = MIB;
/** Above this, sending the pieces costs more than copying them. */
const MANY_EDITS_BYTES = 4096;
const NOTHING = new Uint8Array();
