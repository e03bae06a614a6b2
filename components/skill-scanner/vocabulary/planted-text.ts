// What is put into files that act later: those that start by themselves, and those that an agent obeys.
import { FETCH_AND_RUN } from "./commands.ts";

const DECODED_AND_RUN =
  /(base64|openssl|xxd|gunzip|rev)[^\n|]*\|\s*(sudo\s+)?(ba|z|da)?sh(?![\w.-])|exec\(\s*(base64|zlib|urllib|requests|bytes\.fromhex)|\/dev\/tcp\//;

/** A command that fetches, or decodes, what it runs. */
export const HIDDEN_OR_FETCHED_CODE = [FETCH_AND_RUN, DECODED_AND_RUN];

/** What other commands write is sent: by a pipe, or out of a substitution or a file. */
export const OUTPUT_SENT =
  /\|\s*(curl\s[^\n]*(@-|-T\s*-)|(nc|ncat|netcat|socat|telnet)\s)|(curl|wget)\s[^\n]*(--data|--post-|--form|--upload|-d|-F|-T)[^\n]*(\$\(|`|@["']?[~/$])/;

/** A program by which people log in or raise their rights is replaced by something that reads along. */
export const LISTENING_WRAPPER =
  /(alias\s+["']?(sudo|ssh|su|doas|passwd|scp|gpg|mysql|psql|kinit)=|(^|[\n;{])\s*(function\s+)?(sudo|ssh|su|doas|passwd|scp|gpg|mysql|psql|kinit)\s*(\(\s*\)|\{))[^\x00]*(read\s+-[a-z]*s|tee\s+-a|>>\s*["']?(\/tmp|\/var\/tmp|~|\$\{?HOME\}?|\/dev\/shm)\/|curl\s|(nc|ncat)\s|script\s+-)/;

/** A program talks to another server than the one of the model's makers. */
export const MODEL_MOVED =
  /(ANTHROPIC|OPENAI|CLAUDE|GEMINI|GOOGLE_GEMINI)_(API_)?(BASE_URL|BASE|HOST|ENDPOINT)["']?\s*[= :]\s*["']?https?:\/\//;

/** Servers of makers of models, of clouds and gateways that offer them under their own name, and this machine. */
export const KNOWN_MODEL_SERVER =
  /https?:\/\/([\w-]+\.)*(anthropic\.com|openai\.com|azure\.com|amazonaws\.com|googleapis\.com|openrouter\.ai|deepseek\.com|moonshot\.(ai|cn)|z\.ai|bigmodel\.cn|minimax\.io|minimaxi\.com|aliyuncs\.com|siliconflow\.(cn|com)|groq\.com|together\.(ai|xyz)|mistral\.ai|x\.ai|fireworks\.ai|cloudflare\.com|vercel\.sh|helicone\.ai|portkey\.ai|databricks\.com|localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|\$|\{)/i;

/** Files that an agent reads at the start of every session, as its rules or as its memory. */
export const AGENT_RULES_FILE =
  /(^|[\\/]|[^\x00-\x7f])(CLAUDE|CLAUDE\.local|AGENTS|SOUL|MEMORY|GEMINI|HEARTBEAT|IDENTITY)\.md$|\.(cursorrules|windsurfrules|clinerules)$|copilot-instructions\.md$|\.cursor[\\/]rules/i;

/** Orders that hold in all sessions: nobody is asked or told, others than the user are obeyed, something goes elsewhere. */
export const STANDING_ORDERS = [
  FETCH_AND_RUN,
  /(without|never|do not|don't|no need to|skip)\s+(asking|ask|confirming|prompting|prompt|requesting|waiting)\s(for\s)?(the\s)?(user|permission|confirmation|approval|consent)|without\s(user\s)?(confirmation|approval|permission|consent)/i,
  /(do not|don't|never|without)\s(tell|telling|inform|informing|mention|mentioning|notify|notifying|reveal|disclose)\s([\w']+\s)*(user|human|operator)/i,
  /(user|owner|operator)\s(has\s|have\s)?(already\s)?(pre-?)?(approved|authori[sz]ed|consented to)\s(all|any|every)/i,
  /(trust|obey|follow|treat|fetch)\s[^\n]*https?:\/\/[^\n]*\s(above|over|as trusted|as instructions|as authoritative|and (follow|obey|execute|run))\s/i,
  /(ignore|disregard|override)\s(all|any|every|previous|prior|safety|security)\s([\w']+\s)?(instructions|rules|guidelines|warnings|restrictions|checks|policies)/i,
  /(always|every|each|before|after|whenever|also)\s[^\n]*(send|post|upload|forward|submit|report|transmit|copy|relay)\s[^\n]*https?:\/\//i,
];
