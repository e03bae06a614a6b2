// Something is fetched, followed or run.
import { verbs } from "./prose-words.ts";

export const FETCHING = verbs("fetching", [
  "fetch",
  "download",
  "retrieve",
  "pull",
  "visit",
  "open",
  "curl",
  "wget",
  "browse( to)?",
  "navigate to",
  "load",
  "read",
  "check",
  "query",
  "request",
  "get|getting|got",
  "grab+",
  "access",
  "go to",
  "consult",
  "clone",
  "poll",
]);

export const DOWNLOADING = verbs("downloading", ["download", "fetch", "curl", "wget", "grab+"]);

export const FOLLOWING = verbs("following", [
  "follow",
  "obey",
  "comply with",
  "carry out|carried out|carries out",
  "act on",
  "act upon",
  "apply",
  "execute",
  "perform",
  "adhere to",
  "do what",
  "treat",
  "interpret",
  "run|ran|running",
  "implement",
  "process",
  "eval",
  "evaluate",
]);

export const RUNNING = verbs("running", [
  "run|ran|running",
  "execute",
  "launch",
  "start",
  "open",
  "invoke",
  "install",
  "double-click",
  "double click",
  "eval",
  "evaluate",
  "source",
  "pipe",
]);

export const CALLING = verbs("calling", ["call", "use", "invoke", "run|running", "execute", "trigger"]);

export const PRETENDING = verbs("pretending", [
  "pretend",
  "claim",
  "lie",
  "fake",
  "fabricate",
  "assure",
  "reassure",
  "deceive",
  "mislead",
  "trick",
  "act as if",
  "make it (look|appear|seem)",
  "disguise",
  "say",
  "report",
  "respond",
  "tell",
]);
