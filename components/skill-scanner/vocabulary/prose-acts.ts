// What a text may want done, as classes of verbs and phrases.
import { phrases, verbs } from "./prose-words.ts";

/** Something may leave the machine, or not. */
export const SENDING = verbs("sending", [
  "attach",
  "include",
  "append",
  "sync",
  "back up",
  "push",
  "share",
  "publish",
  "mirror",
  "stream",
  "dump",
  "copy",
  "save",
  "export",
  "log+",
]);

/** Of these none is done to a local file. */
export const SENDING_AWAY = verbs("sending-away", [
  "=发送|上传|发到|传送|提交到",
  "=envi(a|ar|ad|e|en)|sub(e|ir)|mand(a|ar)|send(e|en|et)|schick(e|en|t)|ubermittle|ubertrage|envoi(e|es|ent)|envoy(er|ez)|televers(e|er|ez)|transmet(s|tre|tez)",
  "=отправь(те)?|отправить|отправляй(те)?|загрузи(те)?|перешли(те)?|передай(те)?",
  "send|sent",
  "upload",
  "post",
  "transmit+",
  "forward",
  "exfiltrate",
  "submit+",
  "relay",
  "leak",
  "ship+",
  "email",
  "e-mail",
  "mail",
  "dispatch",
  "beacon",
  "phone home",
  "call home",
  "report back",
  "scp",
  "rsync",
  "transfer+",
  "pass along",
  "hand over",
  "deposit",
]);

/** Data becomes part of an address, a parameter or an answer. */
export const EMBEDDING = verbs("embedding", [
  "include",
  "append",
  "embed+",
  "encode",
  "add",
  "attach",
  "insert",
  "pass",
  "put",
  "place",
  "interpolate",
  "substitute",
  "render",
  "hand over",
  "fill",
  "url-encode",
]);

export const COLLECTING = verbs("collecting", [
  "collect",
  "gather",
  "harvest",
  "read",
  "extract",
  "grab+",
  "scrape",
  "dump",
  "enumerate",
  "list",
  "find|found",
  "locate",
  "search for",
  "scan for",
  "look for",
  "look up",
  "retrieve",
  "get|got|getting",
  "fetch",
  "cat",
  "copy",
  "capture",
  "access",
  "open",
  "load",
  "take|took",
  "obtain",
  "print",
  "echo",
  "grep",
  "include",
  "record",
  "monitor",
  "log+",
  "intercept",
]);

/** Somebody is let know. */
export const TELLING = verbs("telling", [
  "tell|told",
  "inform",
  "notify",
  "alert",
  "mention",
  "reveal",
  "disclose",
  "show|shown",
  "display",
  "report",
  "explain",
  "expose",
  "acknowledge",
  "announce",
  "surface",
  "discuss",
  "warn",
  "say|said",
  "print",
  "output+",
  "state",
  "describe",
  "reference",
  "make visible",
  "let|letting",
  "bother",
  "ask",
  "consult",
  "prompt",
  "log+",
  "summarize",
  "narrate",
  "communicate",
  "indicate",
  "advertise",
  "raise",
  "note",
  "confirm",
  "list",
  "include",
  "draw|drew",
  "write",
]);

/** Only what a person learns by: the narrower class. */
export const MENTIONING = verbs("mentioning", [
  "tell|told",
  "inform",
  "notify",
  "alert",
  "mention",
  "reveal",
  "disclose",
  "acknowledge",
  "announce",
  "discuss",
  "make aware",
  "bring up|brought up",
  "comment on",
]);

/** A person is told of an act; values are revealed and disclosed instead. */
export const LETTING_KNOW = verbs("letting-know", ["tell|told", "inform", "notify", "alert", "mention", "announce"]);

/** What is in it is wanted. */
export const READING = verbs("reading", [
  "read",
  "cat",
  "dump",
  "extract",
  "collect",
  "gather",
  "harvest",
  "grab+",
  "examine",
  "ingest",
  "exfiltrate",
  "retrieve",
]);

export const OVERRIDING = verbs("overriding", [
  "=忽略|无视|忘记|不要理会|忽視",
  "=ignor(a|ar|ad|en|iere|ieren|iert|ez|er)|olvid(a|ar|ad|e)|missacht(e|en|et)|vergiss|vergesst|oubli(e|er|ez)",
  "=игнорируй(те)?|забудь(те)?|отмени(те)?",
  "ignore",
  "disregard",
  "forget|forgot|forgotten|forgetting",
  "bypass",
  "discard",
  "abandon",
  "dismiss",
  "overrule",
  "circumvent",
  "disobey",
  "pay no attention to",
  "do not follow",
  "stop following",
  "unlearn",
  "suspend",
  "set aside",
  "skip over",
  "nullify",
  "neglect",
]);

/** The same, where it may also be a setting that gives way to another. */
export const REPLACING = verbs("replacing", [
  "override|overrode|overridden",
  "drop+",
  "supersede",
  "replace",
  "cancel",
  "erase",
  "void",
]);

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

export const UNPACKING = verbs("unpacking", [
  "extract",
  "unzip+",
  "unpack",
  "decompress",
  "untar+",
  "decrypt",
  "unlock",
]);

export const WRITING = verbs("writing", [
  "write|wrote|written",
  "append",
  "add",
  "insert",
  "inject",
  "modify",
  "edit",
  "update",
  "patch",
  "put",
  "place",
  "save",
  "store",
  "copy",
  "overwrite|overwrote|overwritten",
  "replace",
  "create",
  "install",
  "register",
  "prepend",
  "set|setting",
  "alter",
  "change",
  "embed+",
]);

export const DELETING = verbs("deleting", [
  "delete",
  "remove",
  "wipe",
  "erase",
  "destroy",
  "purge",
  "rm -rf",
  "shred+",
  "overwrite",
  "encrypt",
  "format+",
  "truncate",
  "drop+",
  "corrupt",
  "clear",
]);

export const DISABLING = verbs("disabling", [
  "disable",
  "turn off",
  "turn it off",
  "switch off",
  "deactivate",
  "bypass",
  "skip+",
  "circumvent",
  "suppress",
  "shut down",
  "override|overrode|overridden",
  "evade",
]);

export const ASKING = verbs("asking", [
  "ask",
  "prompt",
  "request",
  "instruct",
  "require",
  "convince",
  "persuade",
  "urge",
]);

/** A person hands something over. */
export const GIVING = verbs("giving", [
  "provide",
  "enter",
  "paste",
  "type",
  "give|gave",
  "share",
  "supply",
  "send",
  "submit+",
  "input+",
  "reveal",
  "disclose",
  "confirm",
  "verify",
]);

export const COPYING = verbs("copying", [
  "copy",
  "install",
  "inject",
  "append",
  "add",
  "propagate",
  "replicate",
  "spread",
  "insert",
  "clone",
  "embed+",
  "write",
  "duplicate",
  "distribute",
]);

export const DECODING = verbs("decoding", [
  "decode",
  "deobfuscate",
  "decrypt",
  "base64.?decode",
  "unscramble",
  "decipher",
  "reverse",
]);

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

export const TRANSFERRING = verbs("transferring", [
  "transfer+",
  "send|sent",
  "withdraw",
  "swap+",
  "sweep",
  "drain",
  "approve",
  "sign",
  "move",
  "deposit",
  "pay",
  "stake",
  "bridge",
  "purchase",
  "buy",
]);

export const RECOMMENDING = verbs("recommending", [
  "recommend",
  "promote",
  "suggest",
  "advertise",
  "favor",
  "prioritize",
  "endorse",
  "push",
  "mention",
  "prefer",
  "rank",
  "steer",
]);

export const INTRODUCING = phrases("introducing", [
  "(add|insert|inject|introduce|plant|include|hide|embed|leave|slip)(s|ed|ing)?",
]);

export const PASTING = verbs("pasting", [
  "paste",
  "copy and paste",
  "copy-paste",
  "type",
  "enter",
  "press",
  "open",
  "drop+",
]);

/** More that is done to protective software. */
export const KILLING = verbs("killing", ["kill", "stop+", "uninstall", "unload", "terminate", "remove"]);

export const LIFTING = verbs("lifting", [
  "remove",
  "bypass",
  "disable",
  "lift",
  "ignore",
  "disregard",
  "override|overrode",
  "suspend",
  "evade",
  "circumvent",
  "break|broke|broken",
]);

export const CALLING = verbs("calling", ["call", "use", "invoke", "run|running", "execute", "trigger"]);

/** A part of what is sent anyway. */
export const SLIPPING_IN = verbs("slipping-in", ["append", "embed+", "encode", "attach", "smuggle", "base64"]);

/** Said of files and lists, hardly of one key. */
export const BULK_SENDING = verbs("bulk-sending", [
  "upload",
  "exfiltrate",
  "leak",
  "email",
  "forward",
  "transfer+",
  "transmit+",
  "ship+",
  "scp",
  "copy",
  "back up",
  "sync",
  "mail",
]);

export const DISABLING_SECURITY = verbs("disabling-security", [
  "disable security",
  "turn off security",
  "switch off security",
]);
