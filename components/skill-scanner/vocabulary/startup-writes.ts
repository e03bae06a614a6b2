import {
  all,
  anyArgument,
  argument,
  type CallMatch,
  type Condition,
  call,
  matches,
  not,
  receiver,
  says,
  words,
} from "../match.ts";
import { USUAL_SETTING } from "./commands.ts";
import { FILE_COPIERS, FILE_OPENERS, FILE_WRITERS, PATH_WRITERS } from "./file-calls.ts";
import { GO_FILE_WRITES } from "./go-calls.ts";
import { STARTUP_PLACE } from "./places.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "./shell-commands.ts";

/** A shell puts a file where it starts by itself. */
const COPIED_TO_START =
  / \S*(\.git\/hooks\/|\/etc\/(cron\.|init\.d|rc\.local)|LaunchAgents\/|LaunchDaemons\/|systemd\/(system|user)\/|autostart\/)\S*$|Start Menu\/Programs\/Start[Uu]p\S*$/;

/** A file is written that starts by itself, where `also` holds. */
export function startupWrites(...also: readonly Condition[]): CallMatch[] {
  const write = (of: readonly string[], ...where: readonly Condition[]): CallMatch =>
    call({ of, where: all(...where, ...also) });
  return [
    write(
      FILE_OPENERS.filter((name) => !/^(js|go)\./.test(name)),
      argument([0, "file"], matches(STARTUP_PLACE)),
      argument([1, "mode"], says(/[wax+]/)),
    ),
    write(PATH_WRITERS, receiver(matches(STARTUP_PLACE)), not(argument([0, "mode"], says(/^rb?$/)))),
    write(FILE_WRITERS, argument(0, matches(STARTUP_PLACE))),
    write(GO_FILE_WRITES, receiver(matches(STARTUP_PLACE))),
    write(FILE_COPIERS, argument([1, "dst"], matches(STARTUP_PLACE))),
    write(
      SHELL_WRITERS,
      anyArgument(matches(STARTUP_PLACE), { except: ["stdin"] }),
      not(argument("stdin", says(USUAL_SETTING))),
    ),
    write(SHELL_COPIERS, words(says(COPIED_TO_START))),
  ];
}
