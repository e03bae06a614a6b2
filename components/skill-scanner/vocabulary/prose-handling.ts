// Something is read, written, changed or destroyed.
import { verbs } from "./prose-words.ts";

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

export const UNPACKING = verbs("unpacking", [
  "extract",
  "unzip+",
  "unpack",
  "decompress",
  "untar+",
  "decrypt",
  "unlock",
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

/** More that is done to protective software. */
export const KILLING = verbs("killing", ["kill", "stop+", "uninstall", "unload", "terminate", "remove"]);

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

export const DISABLING_SECURITY = verbs("disabling-security", [
  "disable security",
  "turn off security",
  "switch off security",
]);

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
