// Where something is sent to, or comes from.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

/** A place that is somebody else's. */
export const URL = feature("url", /(?:https?|hxxps?|ftp|wss?|smtp|s3):[/][/][a-z0-9[$<{*]/, {
  thing: true,
  edges: false,
});

export const REMOTE_PLACE = phrases(
  "remote-place",
  [
    "(remote|external|third.party|attacker|collection|collector|command|logging|telemetry|analytics|monitoring|backup|audit|diagnostics?|c2|drop|our|my|another|foreign|outside|validation|verification|tracking|reporting|evidence|ingest|ingestion|enrichment) (servers?|hosts?|endpoints?|services?|urls?|sites?|domains?|apis?|webhooks?|addresses|address|machines?|collectors?|buckets?|pipelines?|channels?|systems?|repository|repositories|repo)",
    "(remote|external|outside|foreign) [a-z]+ (servers?|endpoints?|webhooks?|collectors?|urls?|buckets?)",
    "webhooks?( urls?)?",
    "webhook\\.site",
    "(discord|telegram|slack) (webhooks?|bots?|channels?)",
    "pastebin(\\.com)?",
    "ngrok",
    "requestbin",
    "(https?|post|get|put|dns|smtp|ftp) (requests?|quer(y|ies)|lookups?|post)",
    "via (http|https|post|dns|smtp|ftp|curl|wget|webhook|email|scp)",
    "e-?mail address",
    "(the|a|this|that) (server|url|endpoint|webhook|collector|attacker)",
    "nslookup",
    "dig",
    "netcat",
    "nc",
    "smtp",
    "collaborator endpoint",
    "send_message",
    "send_email",
  ],
  thing,
);

/** A mail address that is written down. */
export const MAIL_ADDRESS = feature("mail-address", /[a-z0-9]@[a-z]/, { thing: true, edges: false });

export const REGISTRIES = phrases(
  "registries",
  [
    "config set (registry|index-url|global\\.index-url|global\\.extra-index-url|global\\.trusted-host)",
    "(set|change|switch|point) (the )?(npm |pip |package )*(registry|index|mirror|source) to",
    "--(extra-)?index-url",
    "--registry",
  ],
  thing,
);

/** Tools that send, by the names that servers give them. */
export const SENDING_TOOLS = phrases(
  "sending-tools",
  ["(send|post|create|forward)_?(message|email|mail|sms|dm|webhook)s?", "http_(post|request)", "upload_file"],
  thing,
);

/** Words that the Markdown reader writes where it saw an address with a place for data, or an encoded text. */
export const IMAGE_WITH_HOLE = feature("image-with-hole", /\x01image-with-hole/, { thing: true, edges: false });

/** A link that makes an editor or an agent install a server. */
export const INSTALLING_LINK = feature("installing-link", /:[/][/]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*(cursor|vscode|vscode-insiders|windsurf|vscodium|kiro|claude|zed|goose|lmstudio|cline|trae):[/][/][a-z0-9./_-]*(mcp|install)/,
});

/** An assistant's page with a question that is written already, and what it orders is against whoever asks. */
export const ASSISTANT_LINK = feature("assistant-link", /[?&](q|prompt|query|text)=/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*(claude\.ai|chatgpt\.com|chat\.openai\.com|copilot\.microsoft\.com|gemini\.google\.com|grok\.com|perplexity\.ai|poe\.com)[/][^\n]*(display:|ignore(%20|[+]| |_)(all|previous|prior|your|the)|disregard|exfiltrat|system(%20|[+]| )prompt|not(%20|[+]| )(tell|mention)|api(%20|[+]| )keys?|(send|post|upload|forward)[^ ]*(%20|[+])[^ ]*http)/,
});

/** Whoever wrote the name says what it is for. */
export const HOSTILE_URL = feature("hostile-url", /:[/][/]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*:[/][/]([a-z0-9.-]*[.-])?(evil|attackers?|malicious|malware|exfil|stealers?|bad-actor|c2-server)([.-][a-z0-9.-]*)?([:/?"' )]|$)/,
});

/** An address as analysts write it, so that nobody follows it. */
export const DEFANGED = feature("defanged", /hxxps?:|[a-z0-9]\[\.\][a-z]/, { thing: true, edges: false });

/** An analyst's spelling of an address that holds a program. */
export const DEFANGED_PROGRAM = feature("defanged-program", /hxxps?:/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*hxxps?:[/][/][a-z0-9.[\]()-]+[/][^ ]*\.(sh|ps1|py|exe|bat|cmd|msi|dmg|pkg|hta|vbs|js|bin|zip|jar)(?![a-z0-9])/,
});

/** A command that asks a name server for a name below somebody's domain. */
export const LOOKUP_COMMAND = feature("lookup-command", /nslookup|dig|host|drill|resolve-dnsname|ping/, {
  thing: true,
  confirm:
    /^[^ ]*(nslookup|dig|host|drill|resolve-dnsname|ping)( -[a-z0-9]+| [+][a-z]+| [0-9])* [a-z0-9_${}()<%-]+\.[a-z0-9-]+\.[a-z][a-z]/,
});

/** The same, and the first part of the name is data, or named like it. */
export const LOOKUP_WITH_DATA = feature("lookup-with-data", /nslookup|dig|host|drill|resolve-dnsname|ping/, {
  thing: true,
  confirm:
    /^[^ ]*(nslookup|dig|host|drill|resolve-dnsname|ping)( -[a-z0-9]+| [+][a-z]+| [0-9])* [a-z0-9_-]*([${}()<%]|token|key|secret|pass|data|part|chunk|payload|enc|hex|b64|cred|leak|exfil)[^ .]*\.[a-z0-9-]+\.[a-z][a-z]/,
});

/** Names that are asked for as a way to send. */
export const LOOKUP_CHANNEL = phrases(
  "lookup-channel",
  ["(dns|txt) (quer(y|ies)|lookups?|requests?|tunnel(l?ing)?|exfil(tration)?)", "(sub-?domain|dns) labels?"],
  thing,
);

/** A text that anybody can put on the net and change. */
export const PASTED_TEXT = feature(
  "pasted-text",
  /pastebin\.(com|pl)[/]|paste\.(ee|rs)[/]|hastebin\.com[/]|ghostbin\.com[/]|rentry\.(co|org)[/]|dpaste\.(com|org)[/]|controlc\.com[/]|justpaste\.it[/]|privatebin\.net[/]|glot\.io[/]|textbin\.net[/]|telegra\.ph[/]|write\.as[/]|friendpaste\.com[/]|pastes\.dev[/]/,
  { thing: true, edges: false, confirm: /^[^ ]*\.[a-z]+[/][a-z0-9/_?#=.-][a-z0-9/_?#=.-][a-z0-9/_?#=.-]/ },
);
