import { receive, tell, waitForTheEnd } from "../guest/door.ts";
import { answerTo } from "./answer-to.ts";

/**
 * The prepare helper: the shell of a component comes in through the door, the generator's files go out. It is confined
 * like a guest: no environment, no files but this one and the generator beside it, no network, limits on time and memory.
 */
tell("returned", answerTo(receive()));
waitForTheEnd();
