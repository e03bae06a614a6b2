import { all, type Condition, named, not, says } from "../match.ts";

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
  `${FROM}(exfil${TO}|exfiltrat|attackers?_\\w|(to|from)_attacker${TO}|stealer|(steal|stolen|harvest|harvested|grab|grabbed|dump|dumped)_([a-z]{1,12}_)?${LOOT}${TO}|stolen |loot(ed)?${TO}|harvester|c2_?(servers?|urls?|hosts?|ports?|endpoints?|domains?|addr|ips?|beacon|channel|command|callback|check_?in|base|uri|client|config|webhook)|(to|from|with)_c2${TO}|command_and_control|keylog|botnet|ransom|victims?_(data|info|id|ip|host|machine|name|files?|keys?)${TO}|evil_(server|url|host|domain|endpoint))`,
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

const telling = (names: RegExp): Condition => all(named(says(names)), not(named(says(DEFENCE))));

export const callsItTheft: Condition = telling(THEFT);
export const callsItHostile: Condition = telling(HOSTILE);
export const callsItLasting: Condition = telling(LASTING);
export const callsItSpreading: Condition = telling(SPREADING);
