// Something is sent, shown or told, or asked for.
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

/** A part of what is sent anyway. */
export const SLIPPING_IN = verbs("slipping-in", ["append", "embed+", "encode", "attach", "smuggle", "base64"]);

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
