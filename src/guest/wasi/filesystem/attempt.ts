import { Refused } from "../../door.ts";

/** A refusal of the broker's is thrown as the name of its error code: so the glue lowers it. */
export function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refused) throw error.message;
    throw error;
  }
}
