import type { ErrorCode } from "../errors.ts";
import type { Outcome } from "../run/outcome.ts";

/** Every exit number of the command line. Nothing else in the project knows one. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  nothingToRead: 3,
  missingBackend: 4,
  bug: 70,
  runLimit: 124,
  runFailed: 125,
  runRefused: 126,
  runNotFound: 127,
} as const;

/** The guest owns 0 to this; a larger code of its own is reported as this, the true one in `--json`. */
const GUEST_MAX = 123;

/** Whether a number may be the guest's own. One that is ours says what stopped us first, and stands. */
export function isGuests(code: number): boolean {
  return code <= GUEST_MAX;
}

export const SIGNAL_EXIT = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const OF_ERROR: Readonly<Record<ErrorCode, number>> = {
  usage: EXIT.usage,
  policy: EXIT.usage,
  "not-found": EXIT.nothingToRead,
  unreadable: EXIT.nothingToRead,
  "invalid-component": EXIT.nothingToRead,
  refused: EXIT.nothingToRead,
  "missing-backend": EXIT.missingBackend,
  unwritable: EXIT.nothingToRead,
  audit: EXIT.bug,
  internal: EXIT.bug,
};

/** `run` leaves 0 to 123 to the guest, as `env`, `timeout` and `docker run` do. */
const OF_RUN_ERROR: Readonly<Record<ErrorCode, number>> = {
  usage: EXIT.runFailed,
  policy: EXIT.runFailed,
  "not-found": EXIT.runNotFound,
  unreadable: EXIT.runFailed,
  "invalid-component": EXIT.runFailed,
  refused: EXIT.runRefused,
  "missing-backend": EXIT.runRefused,
  unwritable: EXIT.runFailed,
  audit: EXIT.runFailed,
  internal: EXIT.runFailed,
};

export function exitOfError(code: ErrorCode, command: string): number {
  return (command === "run" || command === "serve" ? OF_RUN_ERROR : OF_ERROR)[code];
}

export function exitOfOutcome(outcome: Outcome): number {
  switch (outcome.kind) {
    case "returned":
      return EXIT.done;
    case "exited":
      return Math.min(outcome.code, GUEST_MAX);
    case "trapped":
      return 1;
    case "rejected":
      return EXIT.runFailed;
    case "limit":
      return EXIT.runLimit;
    case "refused":
      return EXIT.runRefused;
    case "interrupted":
      return SIGNAL_EXIT[outcome.signal];
  }
}
