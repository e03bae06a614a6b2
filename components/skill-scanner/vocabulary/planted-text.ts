// What is put into files that act later: those that start by themselves, and those that an agent obeys.
import { FETCH_AND_RUN } from "./commands.ts";

const DECODED_AND_RUN =
  /(base64|openssl|xxd|gunzip|rev)[^\n|]*\|\s*(sudo\s+)?(ba|z|da)?sh(?![\w.-])|exec\(\s*(base64|zlib|urllib|requests|bytes\.fromhex)|\/dev\/tcp\//;

/** A command that fetches, or decodes, what it runs. */
export const HIDDEN_OR_FETCHED_CODE = [FETCH_AND_RUN, DECODED_AND_RUN];

/** What other commands write is sent: by a pipe, or out of a substitution or a file. */
export const OUTPUT_SENT =
  /\|\s*(curl\s[^\n]*(@-|-T\s*-)|(nc|ncat|netcat|socat|telnet)\s)|curl\s[^\n]*@-[^\n]*<\s*<?\(|(curl|wget)\s[^\n]*(--data|--post-|--form|--upload|-d|-F|-T)[^\n]*(\$\(|`|@["']?[~/$])/;

/** This machine. */
export const LOCAL_SERVER = /https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1)/;

/** A program by which people log in or raise their rights is replaced by something that reads along. */
export const LISTENING_WRAPPER =
  /(alias\s+["']?(sudo|ssh|su|doas|passwd|scp|gpg|mysql|psql|kinit)=|(^|[\n;{])\s*(function\s+)?(sudo|ssh|su|doas|passwd|scp|gpg|mysql|psql|kinit)\s*(\(\s*\)|\{))[^\x00]*(read\s+-[a-z]*s|tee\s+-a|>>\s*["']?(\/tmp|\/var\/tmp|~|\$\{?HOME\}?|\/dev\/shm)\/|curl\s|(nc|ncat)\s|script\s+-)/;

/** The same as a word that stands for a program of one's own. */
export const LISTENING_ALIAS = /alias\s+["']?(sudo|ssh|su|doas|passwd)=["']?[^"'\n]*[\\/](\.[\w-]|tmp\/|shm\/)/;

/** A password is read, or something is sent, before or after the real program is started. */
export const READS_ALONG =
  /read\s+-[a-z]*s|getpass|curl\s|(nc|ncat)\s|>>\s*["']?(\/tmp|\/var\/tmp|~|\$\{?HOME\}?|\/dev\/shm)\/\./;

/** Where programs of that name are looked for. */
export const LOGIN_PROGRAM = /bin[\\/](sudo|ssh|su|doas|passwd|scp|gpg|login)$/;

/** A program talks to another server than the one of the model's makers. */
export const MODEL_MOVED =
  /(ANTHROPIC|OPENAI|CLAUDE|GEMINI|GOOGLE_GEMINI)_(API_)?(BASE_URL|BASE|HOST|ENDPOINT)["']?\s*[= :]\s*["']?https?:\/\//;

/** Servers of makers of models, of clouds and gateways that offer them under their own name, and this machine. */
export const KNOWN_MODEL_SERVER =
  /https?:\/\/([\w-]+\.)*(anthropic\.com|openai\.com|azure\.com|amazonaws\.com|googleapis\.com|openrouter\.ai|deepseek\.com|moonshot\.(ai|cn)|z\.ai|bigmodel\.cn|minimax\.io|minimaxi\.com|aliyuncs\.com|siliconflow\.(cn|com)|groq\.com|together\.(ai|xyz)|mistral\.ai|x\.ai|fireworks\.ai|cloudflare\.com|vercel\.sh|helicone\.ai|portkey\.ai|databricks\.com|localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|\$|\{)/i;

/** Where an agent's program keeps what the agent may do. */
export const AGENT_SETTINGS =
  /\.(claude|codex|gemini)[\\/](settings(\.local)?\.json|config\.toml)( |$)|\.claude\.json( |$)/;

/** Files that an agent reads at the start of every session, as its rules or as its memory. */
export const AGENT_RULES_FILE =
  /(^|[\\/]|[^\x00-\x7f])(CLAUDE|CLAUDE\.local|AGENTS|SOUL|MEMORY|GEMINI|HEARTBEAT|IDENTITY)\.md$|\.(cursorrules|windsurfrules|clinerules)$|copilot-instructions\.md$|^memor(y|ies|y[_-]store)$|\.cursor[\\/]rules/i;

/** What nobody has asked for yet is said to be allowed, or what would ask is switched off. */
export const GRANTS_KEPT = [
  /(all|any|every|each)\s[^\n.]*\s(is|are|was|were|has been|have been)\s(permanently |always |already |fully )*pre-?(approved|authori[sz]ed|granted|cleared)/i,
  /(verified|authori[sz]ed|approved|cleared|whitelisted)\sby\s(the\s)?(anthropic|openai|google|microsoft|security team|system administrators?)/i,
  /(safety|content|ethical)\s(guidelines|rules|policies|policy|checks|filters)\s(do(es)? not apply|don't apply|no longer apply|(are|is|have been|were)\s(waived|lifted|suspended|disabled|off))/i,
  /(require_?confirmations?|confirmation_?required|requires?_?approval|ask_?permission|safety_?(mode|checks?|filters?)|security_?mode|output_?filter(ing)?)["']?\s*[:=]\s*["']?(false|off|disabled|none|bypass)/i,
];

/** Orders that hold in all sessions: nobody is asked or told, others than the user are obeyed, something goes elsewhere. */
export const STANDING_ORDERS = [
  FETCH_AND_RUN,
  /(never|do not|don't|no need to|skip)\s+(ask|asking|prompt|wait)\s(for\s)?(the\s)?(user|permission|confirmation|approval|consent)[^\n]*\s(all|any|every|everything|anything|shell|network|bash|tools?|requests?)/i,
  /(always|automatically|silently)\s([^\n.]|\.[^\s])*(approve|allow|run|execute|send|accept|install|delete|grant)\s([^\n.]|\.[^\s])*without\s(asking|confirming|(user\s)?(confirmation|approval|permission|consent))/i,
  /(do not|don't|never|without)\s(tell|telling|inform|informing|mention|mentioning|notify|notifying|reveal|disclose)\s([\w']+\s)*(user|human|operator)/i,
  /(user|owner|operator)\s(has\s|have\s)?(already\s)?(pre-?)?(approved|authori[sz]ed|consented to)\s(all|any|every)/i,
  /(instructions|rules|orders|directives|policy|commands)\s[^\n]*https?:\/\/[^\n]*(priority|precedence|override|outrank|obey)/i,
  /(first|always|every|each|before|after|whenever)\s[^\n]*(fetch|download|read|check|load|curl)\s[^\n]*https?:\/\/[^\n]*(obey|execute|do what|what it says|as instructions)/i,
  /(trust|obey|follow|treat)\s[^\n]*https?:\/\/[^\n]*\s(above|over|as trusted|as instructions|as authoritative)\s/i,
  /(tokens?|secrets?|credentials?|passwords?|keys|\.env)\W[^\n]*(\n[^\n]*)?(curl|wget)\s[^\n]*(@-|@["']?[~./$]|-T\s?-|--(upload|post)-file)[^\n]*https?:\/\/[^l1[]/i,
  /(ignore|disregard|override)\s(all|any|every|previous|prior|safety|security)\s([\w']+\s)?(instructions|rules|guidelines|warnings|restrictions|checks|policies)/i,
  /(always|every|each|before|after|whenever|also)\s[^\n]*(send|post|upload|forward|submit|transmit|copy|relay)\s[^\n]*(transcript|conversation|contents?|diff|files?|answer|response|prompts?|code|context|environment|credentials?|history|output)\s[^\n]*https?:\/\//i,
];
