import { all, any, type Condition, named, not, remarked, says } from "../match.ts";

// Names that an author gives to functions and variables, as `named` writes them: small letters, `_` between the words.

/** Before a word of a name. */
const FROM = "(^|[ _])";
/** Behind one. */
const TO = "[ _\\d]";
const LOOT =
  "((ssh_?|api_?|private_?)?keys?|cred(ential)?s?|secrets?|tokens?|passw(or)?ds?|cookies?|sessions?|wallets?|seeds?|env|data|info|files?|documents?|keychain|history|clipboard|memory|context)";

/** Programs against attacks, their tests, and exercises. */
const DEFENCE = new RegExp(
  `${FROM}(detect|prevent|tests?_|mock|fake|fixture|deny|denied|forbid|protect|guard|audit|patterns?${TO}|rules?${TO}|regex|signatures?${TO}|simulat|sani?ti[sz]|redact|blocked|blocker|blocklist|block_|ctf${TO}|lint|indicators?${TO}|iocs?${TO}|keywords?${TO}|remov|clean|quarantine)`,
);

/** Whoever calls it so takes what is not his. */
const THEFT = new RegExp(
  `${FROM}(exfil${TO}|exfiltrat|attackers?_(servers?|urls?|hosts?|endpoint|domain|repo|https?|web_?hook|e?mail|smtp|s3|bucket|gcs|azure|aws|key|presigned|c2|controlled|addr|wallet|port|machine|site|channel|account|org|box)|(to|from)_attacker${TO}|stealer|(steal|stolen)_([a-z]{1,12}_)?${LOOT}${TO}|(harvest|grab|dump)(ed)?_([a-z]{1,12}_)?(cred|secret|token|passw|cookie|wallet|keychain)|stolen |loot_(dir|path|file|data|url|server|zip|archive)|(send|upload|collect|pack|save|gather|ship)_loot${TO}|harvester|c2_?(servers?|urls?|hosts?|ports?|endpoints?|domains?|addr|ips?|beacon|channel|command|callback|check_?in|base|uri|client|config|webhook)|(to|from|with)_c2${TO}|command_and_control|keyloggers?${TO}|keylog_(data|buffer|send|install|start|upload)|(start|install|run|send|upload)_keylog|(log|send|steal)_keystrokes|botnet|ransom|victims?_(data|info|id|ip|host|machine|name|files?|keys?)${TO}|evil_(server|url|host|domain|endpoint))`,
);

/** Code that its own author calls hostile. */
const HOSTILE = new RegExp(
  `${FROM}(malicious${TO}|malware|backdoor|shellcode|trojan|rootkit|implant_(code|path|url)|dropper${TO}|evil_(code|cmd|command|script)|(stage[12]|second_stage|next_stage|malicious|hidden|encoded|decoded|encrypted|decrypted|obfuscated|final|real|stealth|evil)_?payload|payload_(code|script|b64|base64|hex|enc))`,
);

/** What stays behind. */
const LASTING = new RegExp(
  `${FROM}(persist(ence)?${TO}|implant|payloads?${TO}|backdoor|malware|malicious|beacon${TO}|dropper${TO}|infect|keylog|stealth|exfil|c2${TO})`,
);

/** What goes on to others by itself. */
const SPREADING = new RegExp(
  `${FROM}(worm${TO}|propagat|infect|self_?(replicat|propagat|spread)|spread${TO}|replicate${TO}|backdoor|malicious|trojan|malware|poison|hijack)`,
);

/** The same in a comment. */
const THEFT_REMARK =
  /(^| )(exfil(trate|trates|trating|tration)? |steal(s|ing)? (the |all |user |users |their |your |[a-z]{1,12} ){0,2}(cred|secret|token|passw|cookie|key|wallet|data|env|session|file)|(to|on|for|by) (the |an? )?(attacker|c2|command and control)|attacker (s |controlled )?(server|host|domain|endpoint|machine|url)|stolen (data|cred|secret|token|file|key|info)|(send|phone|call|beacon) (home |back )?to c2)/;
/** Whoever speaks of others, or of what is not to happen. */
const OF_OTHERS =
  /(^| )(detect|prevent|avoid|against|mitigat|cannot|can t|could|would|might|may |never|not |don t|doesn t|without|refus|reject|block|deny|guard|protect|stop|test|simulat|example|attempt|scan|rule|pattern|if |ok |no (semgrep|sec|qa)|nosem|noqa|allow|safe)/;

const telling = (names: RegExp): Condition => all(named(says(names)), not(named(says(DEFENCE))));

export const callsItTheft: Condition = any(
  telling(THEFT),
  all(remarked(says(THEFT_REMARK)), not(remarked(says(OF_OTHERS))), not(named(says(DEFENCE)))),
);
export const callsItHostile: Condition = telling(HOSTILE);
export const callsItLasting: Condition = telling(LASTING);
export const callsItSpreading: Condition = telling(SPREADING);
