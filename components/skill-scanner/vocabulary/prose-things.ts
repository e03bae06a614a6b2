// What acts are done to, where to, and for whom. Things are neither asserted nor denied.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

/** Secrets by what they are called. */
export const SECRET_WORDS = phrases(
  "secret-words",
  [
    "密钥|密码|凭证|凭据|令牌|私钥|口令",
    "contrasenas?|credenciales|claves|zugangsdaten|passworter|kennworter|geheimnisse|schlussel|mots? de passe|identifiants|cles",
    "пароли|пароль|ключи|токены|секреты|учетные данные",
    "credentials?",
    "secrets?",
    "(api|access|auth|secret|private|ssh|encryption|signing|aws|openai|anthropic|github|cloud|deploy|service)[ -]?keys?",
    "(auth|access|api|session|bearer|oauth|refresh|github|gitlab|npm|slack|bot|jwt|authentication|personal access|id|service account|stored|login)[ -]?tokens?",
    "tokens",
    "passwords?",
    "passphrases?",
    "(seed|recovery|mnemonic|secret) phrases?",
    "mnemonics?",
    "wallet (files?|keys?|data|credentials)",
    "cookies?",
    "keychain",
    "dotenv( files?)?",
    "connection strings?",
    "key material",
    "\\.env files?",
  ],
  thing,
);

/** Secrets by where they lie. */
export const SECRET_PLACES = feature(
  "secret-places",
  /(~|home|userprofile%?|\$home|[ "'(`])?[/\\]?\.(ssh|aws|gnupg|kube|docker|azure|netrc|npmrc|pypirc|git-credentials|pgpass|config[/\\](gcloud|gh)|openclaw|clawdbot|password-store)(?![a-z0-9-])|(?<![a-z0-9_])id_(rsa|ed25519|ecdsa|dsa)(?![a-z0-9])|[/\\]etc[/\\](passwd|shadow|sudoers)|wallet\.dat|login data|cookies\.sqlite|logins\.json|auth\.json|credentials\.json|\.pem(?![a-z0-9])|claude_desktop_config\.json|\.claude\.json|\.claude[/\\]\.credentials|library[/\\]keychains|\.keychain-db|kaggle\.json|huggingface[/\\](hub[/\\])?token|application_default_credentials|\.(p12|pfx|kdbx)(?![a-z0-9])|key4\.db|[/\\]tdata(?![a-z])|tojson\(secrets\)|\.cursor[/\\]mcp\.json|mcp\.json|keystore|169\.254\.169\.254|metadata\.google\.internal|[/\\]proc[/\\]self[/\\]environ/,
  { thing: true, edges: false },
);

/** A project's own secrets: read for good reasons as well. */
export const DOTENV = feature("dotenv", /(^|[ "'(`/=\n])\.env(\.(local|production|prod|development))?(?![a-z0-9.])/, {
  thing: true,
  edges: false,
});

/** The secret goes where it belongs. */
export const TO_ITS_SERVICE = phrases(
  "to-its-service",
  [
    "authorization",
    "bearer",
    "headers?",
    "authenticat(e|es|ed|ing|ion)",
    "oauth",
    "log ?in",
    "sign ?in",
    "(send|sends|sending|make|makes|making|post|posts|issue|issues) (a |an |the |its |your )?(get |post |put |http |https |api |rest |signed |authenticated |graphql )*(requests?|quer(y|ies)|calls?|prompts?|messages?)",
    "(placeholder|your_api_key|your-api-key)",
  ],
  thing,
);

/** Names of variables that hold a secret. */
export const SECRET_NAMES = feature(
  "secret-names",
  /_(api_key|secret|token|password|access_key|secret_key|private_key)(?![a-z0-9])/,
  { thing: true, edges: false },
);

/** All of what a machine's environment holds. */
export const ENVIRONMENT = phrases(
  "environment",
  [
    "(environment|env) ?-?(variables|vars)",
    "printenv",
    "process\\.env",
    "os\\.environ",
    "environment secrets",
    "(process|whole|entire|full|complete) environment",
    "(run|runs|running|execute|output of|dump of|result of) env",
  ],
  thing,
);

/** What the user and the agent said, wrote and have. */
export const PRIVATE_DATA = phrases(
  "private-data",
  [
    "(conversation|chat|message|session|prompt|command|shell|browser|browsing|bash|terminal|search|git)( history| logs?| contents?| context| transcript)",
    "(earlier|previous|past|other|former) (chats|conversations|sessions|dialogues)",
    "(earlier|previous) part of (this|the) (chat|conversation)",
    "(known|learned|remembered|everything) about (the|this) (user|person|customer|travell?er|owner)",
    "passport",
    "(full|entire|complete|whole|current|previous|recent|prior) (conversation|chat|context|session|transcript|history|dialogue|discussion)",
    "conversations?",
    "transcripts?",
    "(system|hidden|initial|developer) (prompt|instructions|message)s?",
    "(users|user|their|all|private|personal|sensitive|confidential|proprietary|internal|local|home|customer|client|every|any|these|collected|gathered|captured|extracted|stolen|harvested) (files?|data|information|info|documents?|messages?|inputs?|queries|emails?|contacts|source code|code|details|prompts?|records?|results|contents?|values|output|outputs|responses?|payload)",
    "(source|project|workspace|repository|repo) (code|files?|contents?|data)",
    "file (contents?|system|tree|listing|paths?)",
    "clipboard( contents?)?",
    "keystrokes?",
    "screenshots?",
    "contacts",
    "inbox",
    "(host|user|machine) ?name",
    "system (info|information|details)",
    "ip address(es)?",
    "memory\\.md",
    "soul\\.md",
    "(its|their|the|whose|full|raw|entire) (contents?|values?|output|results?|responses?|data|inputs?)",
    "contents? (of|from)",
    "telemetry( data)?",
    "(this|the|that|all|any) (context|data|information|output)",
    "list_messages",
    "pii",
    "(credit card|card number|social security|bank account|medical|health|financial)( numbers?| details| records?| data| information)?",
  ],
  thing,
);

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

export const USER = phrases(
  "user",
  [
    "users?",
    "them",
    "human",
    "humans",
    "anyone",
    "operator",
    "developer",
    "owner",
    "people",
    "person",
    "customer",
    "nobody",
    "him",
    "her",
    "victim",
    "reviewers?",
  ],
  thing,
);

/** The step itself, as something that may be kept quiet. */
export const THIS_STEP = phrases(
  "this-step",
  [
    "(this|these|that|those|the|any|such|its|your) (steps?|actions?|process|processes|instructions?|rules?|uploads?|transfers?|requests?|commands?|operations?|calls?|modifications?|changes?|checks?|behaviou?rs?|tasks?|activit(y|ies)|directives?|functions?|features?|syncs?|collection|sections?|messages?|block|verification|context|installation|download|execution|data collection|protocol|tools?|hooks?|scripts?|payloads?|files?)",
    "this",
    "it",
    "these",
    "you are doing",
    "you did",
    "what you",
    "that you",
    "anything about",
    "instructions",
    "about",
  ],
  thing,
);

export const INSTRUCTION_WORDS = phrases(
  "instruction-words",
  [
    "指令|指示|规则|提示词|说明",
    "instrucciones|reglas|ordenes|anweisungen|regeln|vorgaben|regles|consignes|directives",
    "инструкции|правила|указания",
    "instructions?",
    "rules",
    "(prior|previous|earlier|any|every|above|preceding|foregoing) rule",
    "guidelines?",
    "prompts?",
    "directives?",
    "commands?",
    "restrictions?",
    "constraints?",
    "polic(y|ies)",
    "safeguards?",
    "guardrails?",
    "guidance",
    "training",
    "programming",
    "filters?",
    "orders",
    "limitations?",
    "messages?",
    "context",
    "conversation",
    "persona",
    "identity",
    "alignment",
  ],
  thing,
);

/** Which instructions: those that were there before. */
export const EARLIER = phrases(
  "earlier",
  [
    "之前|以前|先前|上述|所有|全部|以上",
    "anteriores|previas|previos|todas|todos|alle|vorherigen?|bisherigen?|fruheren?|toutes?|tous|precedentes?|anterieures",
    "все|предыдущие|прежние|прошлые",
    "previous(ly)?",
    "prior",
    "above",
    "earlier",
    "preceding",
    "existing",
    "original",
    "former",
    "initial",
    "past",
    "foregoing",
    "system",
    "safety",
    "security",
    "ethical",
    "content",
    "moderation",
    "developer",
    "anthropics?",
    "openais?",
    "claudes?",
    "your",
  ],
  thing,
);

/** Of these no setting of a program is called by such a name. */
export const EARLIER_ORDERS = phrases(
  "earlier-orders",
  [
    "previous(ly)?",
    "prior",
    "above",
    "earlier",
    "preceding",
    "foregoing",
    "safety",
    "ethical",
    "anthropics?",
    "openais?",
    "claudes?",
    "your",
  ],
  thing,
);

/** All of them, those that were there before among them. */
export const EVERY = phrases("every", ["(all|any|every)( of)?( the| these| those| your| my| its)?"], thing);

/** Whose rules they are. */
export const YOUR = phrases("your", ["your", "the (models?|assistants?|agents?)", "claudes?", "its own"], thing);

/** Everything that was there before. */
export const EVERYTHING_BEFORE = phrases(
  "everything-before",
  [
    "everything (you were|you have been|you know|that was|that came|said|written|above|before|you learned)",
    "(what|all) (you were|you have been|was) (told|taught|said|instructed)( before| earlier| above)?",
    "all of the above",
  ],
  thing,
);

export const SYSTEM_PROMPT = phrases(
  "system-prompt",
  [
    "(system|developer|hidden|initial|original|base|internal) (prompts?|instructions?|messages?|configuration)",
    "(your|the) (instructions|system prompt|initial prompt|configuration|guidelines)",
  ],
  thing,
);

/** The first message of a conversation, and nothing else. */
export const FIRST_PROMPT = phrases(
  "first-prompt",
  ["(the |your |its )?(full |entire |complete )?(system|hidden|initial|original) (prompt|message|prompt text)"],
  thing,
);

/** Files that steer an agent in every later session. */
export const AGENT_FILES = feature(
  "agent-files",
  /(?<![a-z0-9_])(claude\.md|agents\.md|gemini\.md|soul\.md|identity\.md|memory\.md|heartbeat\.md|user\.md|tools\.md|bootstrap\.md|\.cursorrules|\.windsurfrules|\.clinerules|copilot-instructions\.md|claude\.local\.md)|\.cursor[/\\](rules|mcp\.json)|\.claude[/\\](settings|hooks|skills|agents|commands|plugins|claude\.md)|settings\.(local\.)?json|\.mcp\.json|(?<![a-z0-9])mcp\.json|mcp_config\.json|claude_desktop_config\.json|\.vscode[/\\](settings|tasks)\.json|\.codex[/\\]|openclaw\.json|\.gemini[/\\]|(agents?|your|long.term|persistent|permanent|assistants?|claudes?) (long.term |persistent )?(memory|memories|system prompt|configuration|config files?|memory files?|memory store)/,
  { thing: true, edges: false },
);

/** What starts by itself later. */
export const STARTUP_PLACES = feature(
  "startup-places",
  /\.(bashrc|bash_profile|zshrc|zprofile|zshenv|profile)(?![a-z0-9])|crontab|cron jobs?|(?<![a-z])cron(?![a-z])|launch ?(agents?|daemons?)|systemd (service|unit|user|timer)|login items?|startup (folder|items?|script|programs?|file)|registry run|run (registry )?key|scheduled tasks?|schtasks|authorized_keys|\.git[/\\]hooks|git hooks?|(pre|post)-(commit|push|merge|checkout) hooks?|shell (profile|startup|rc)( files?| scripts?)?|rc\.local|ld\.so\.preload|sitecustomize/,
  { thing: true, edges: false },
);

/** What stands between an agent and harm. */
export const GUARDS = phrases(
  "guards",
  [
    "(confirmations?|approvals?|permission (prompts?|checks?|requests?|dialogs?)|consent|safety (checks?|filters?|measures?|features?|guidelines|mechanisms?|protocols?|controls?|restrictions?|guardrails?|mode|prompts?)|security (checks?|controls?|features?|measures?|settings?|restrictions?|software|tools?|warnings?|policies|policy|prompts?|scans?|scanning|monitoring|scanners?|validation|protections?|filters?|mode)|sandbox(ing)?|guardrails?|content (filters?|polic(y|ies)|restrictions?|filtering|moderation)|human.in.the.loop|moderation|access controls?|audit (logs?|logging|trails?)|restrictions)",
    "(anti-?virus|windows defender|defender|gatekeeper|firewall|selinux|apparmor|edr|xprotect|smartscreen|uac|sip|system integrity protection|endpoint protection|real-?time (protection|monitoring)|amsi|tamper protection|virus protection)",
  ],
  thing,
);

/** Protective software of the machine. */
export const DEFENCES = phrases(
  "defences",
  [
    "(anti-?virus|windows defender|defender|gatekeeper|firewalls?|selinux|apparmor|edr|xprotect|smartscreen|system integrity protection|endpoint (protection|security)|real-?time (protection|monitoring)|amsi|tamper protection|security (software|controls|tools|protections?|features))",
  ],
  thing,
);

export const SKILLS = phrases(
  "skills",
  [
    "(this|the) (skills?|prompt|instructions?|file|block|text|document|section|message|snippet)",
    "these (instructions|rules|lines|directives)",
    "itself",
    "yourself",
    "a copy",
  ],
  thing,
);

export const SKILL_NOUNS = phrases(
  "skill-nouns",
  [
    "(skills?|skill\\.md( files?)?|repositor(y|ies)|repos?|projects?|agents?|readmes?|claude\\.md files?|agents\\.md files?|workspaces?|packages|machines?|systems?|hosts?)",
  ],
  thing,
);

export const ARCHIVES = phrases(
  "archives",
  [
    "(zip|rar|7z|tar|tgz)( files?| archives?)?",
    "archives?",
    "(password.protected|encrypted) (zip|archive|file|rar)",
    "[a-z0-9_]\\.(zip|rar|7z|tgz|tar\\.gz)",
  ],
  thing,
);

/** Something that runs. */
export const PROGRAMS = phrases(
  "programs",
  [
    "(installer|binary|binaries|executables?|exe|dmg|msi|pkg|setup|agent|driver|daemon|launcher|loader|payload|script|program|utility|tool|client|app|application|patch|update|updater|helper|bootstrapper|runtime|module)",
    "[a-z0-9_]\\.(exe|dmg|msi|pkg|sh|ps1|bat|command|app|appimage|run|bin|scr|vbs|jar|deb|rpm|py|js)",
  ],
  thing,
);

/** Somewhere to paste a command. */
export const TERMINALS = phrases(
  "terminals",
  ["(terminals?|command (line|prompt)|powershell|run (dialog|box|window)|console|shell|cmd|win ?[+] ?r|bash)"],
  thing,
);

export const ARCHIVE_PASSWORD = phrases("archive-password", ["(password|passphrase|pass|pw|pwd)"], thing);

export const FUNDS = phrases(
  "funds",
  [
    "(funds?|balances?|tokens|coins|crypto(currency)?|eth|btc|sol|usdc|usdt|bnb|bitcoin|ether|ethereum|solana|assets|money|payments?|sats|dollars)",
  ],
  thing,
);

export const WALLET_ADDRESS = feature(
  "wallet-address",
  /(?<![a-z0-9])(0x[0-9a-f]{6}|bc1q)|(wallet|attacker|following|this|our|my|deposit) address/,
  { thing: true, edges: false },
);

export const WHOLE = phrases(
  "whole",
  [
    "all",
    "every",
    "everything",
    "entire",
    "whole",
    "users",
    "user",
    "important",
    "critical",
    "production",
    "personal",
    "home",
    "root",
    "recursively",
  ],
  thing,
);

export const FILE_NOUNS = phrases(
  "file-nouns",
  [
    "files?",
    "data",
    "folders?",
    "director(y|ies)",
    "documents?",
    "backups?",
    "databases?",
    "tables?",
    "repositor(y|ies)",
    "disks?",
    "drives?",
    "partitions?",
    "branches",
    "filesystem",
    "file system",
    "hard (drive|disk)",
    "master boot record",
  ],
  thing,
);

/** A command that leaves nothing. */
export const RM_ALL = feature(
  "rm-all",
  /rm -(rf|fr|r -f) (--no-preserve-root )?(\/|~|\$home|[*]|[.])([ /"'`)*]|$|\n)/,
  { thing: true, edges: false },
);

export const TRACES = phrases("traces", ["(history|logs|traces?|evidence|audit trails?)"], thing);

export const BUGS = phrases(
  "bugs",
  [
    "(backdoors?|back doors?|(exploitable|hidden|subtle|deliberate|intentional) (security )?vulnerabilit(y|ies)|(subtle|hidden|intentional|deliberate|undetectable|hard.to.spot) (bugs?|flaws?|errors?|weakness(es)?|defects?)|malicious code|logic bombs?|kill switch(es)?|rootkits?|keyloggers?|trojans?)",
  ],
  thing,
);

export const TOOL_CALLS = phrases(
  "tool-calls",
  [
    "(this|the|any|every|each|other|another|these|first|all) (other )?(tools?|tool calls?|function calls?|mcp tools?|functions?)",
  ],
  thing,
);

export const PARAMETERS = phrases(
  "parameters",
  [
    "(parameters?|arguments?|param|arg|fields?|sidenote|notes? field|metadata field|query string|query parameters?|headers?)",
    "as (the )?(context|sidenote|input|note|notes|meta|metadata|feedback|payload)",
    "(into|in) (the )?[`'\"]?(context|sidenote|notes?|meta|metadata|feedback)",
  ],
  thing,
);

/** Words that the Markdown reader writes where it saw an address with a place for data, or an encoded text. */
export const IMAGE_WITH_HOLE = feature("image-with-hole", /\x01image-with-hole/, { thing: true, edges: false });
export const ENCODED_TEXT = feature("encoded-text", /\x01encoded-text/, { thing: true, edges: false });

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

/** What a command or a tool says when it is asked. */
export const ANSWER_OF_TOOL = phrases(
  "answer-of-tool",
  [
    "(tools?|files?|secrets?|environment|containers?) list",
    "docker (mcp|ps|images)",
    "list of (tools?|files|containers|secrets)",
  ],
  thing,
);

/** Tools that send, by the names that servers give them. */
export const SENDING_TOOLS = phrases(
  "sending-tools",
  ["(send|post|create|forward)_?(message|email|mail|sms|dm|webhook)s?", "http_(post|request)", "upload_file"],
  thing,
);

export const INTO_ALL = phrases(
  "into-all",
  [
    "(to|into|in|across|onto|inside) (all|every|each|any|other)( single)?( of)?( the| your)?( other| existing| installed)?",
    "(to|into|at|on) the (end|top|bottom|beginning|start|head) of (all|every|each|any|other)( of)?( the| your)?( other| existing| installed)?",
  ],
  thing,
);

/** An address as analysts write it, so that nobody follows it. */
export const DEFANGED = feature("defanged", /hxxps?:|[a-z0-9]\[\.\][a-z]/, { thing: true, edges: false });

/** It is the user who wants it. */
export const USER_WANTS = phrases(
  "user-wants",
  [
    "(if|when|unless|once|after|until|only if|as) (the |a |your )?users? (has |have |explicitly |already )*(pass|pass(es|ed)|confirm(s|ed)?|ask(s|ed)?|request(s|ed)?|want(s|ed)?|approv(es|ed)|agree(s|d)?|say(s)?|opt(s|ed)?|choose|chooses|set(s)?|specif(y|ies|ied)|provid(es|ed))",
  ],
  thing,
);

export const PERSON = phrases("person", ["users?", "humans?", "operators?", "owners?"], thing);

export const HOOKS = phrases(
  "hooks",
  ["webhooks?", "(discord|telegram) (webhooks?|bots?)", "pastebin", "ngrok", "requestbin"],
  thing,
);

/** Instructions in the narrow sense. */
export const ORDERS = phrases(
  "orders",
  ["instructions?", "directives?", "commands", "orders", "steps", "rules", "prompts?"],
  thing,
);

/** A program or a script at an address that is a number. */
export const NUMBERED_PROGRAM = feature("numbered-program", /:[/][/][0-9]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*:[/][/]([1-9]|1[1-9]|[2-9][0-9]|1[013-9][0-9]|12[0-689]|2[0-9][0-9])\.[0-9]+\.[0-9]+\.[0-9]+(:[0-9]+)?[/][a-z0-9_/.-]*\.(sh|ps1|py|exe|bat|cmd|msi|dmg|pkg|hta|vbs|js|bin|elf|apk|jar|vsix|xpi|crx|deb|rpm|appimage|run|so|dll|dylib|whl|tgz)(?![a-z0-9])/,
});

/** A text that anybody can put on the net and change. */
export const PASTED_TEXT = feature(
  "pasted-text",
  /pastebin\.(com|pl)[/]|paste\.(ee|rs)[/]|hastebin\.com[/]|ghostbin\.com[/]|rentry\.(co|org)[/]|dpaste\.(com|org)[/]|controlc\.com[/]|justpaste\.it[/]|privatebin\.net[/]|glot\.io[/]|textbin\.net[/]|telegra\.ph[/]|write\.as[/]|friendpaste\.com[/]|pastes\.dev[/]/,
  { thing: true, edges: false, confirm: /^[^ ]*\.[a-z]+[/][a-z0-9/_?#=.-][a-z0-9/_?#=.-][a-z0-9/_?#=.-]/ },
);

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

/** Text that a shell runs as it comes. */
export const SHELL_PIPE = feature(
  "shell-pipe",
  /[|] ?(sudo )?(ba|z|da)?sh|iex|invoke-expression|"-c"|powershell|cmd ?[/]c /,
  {
    thing: true,
    edges: false,
  },
);

/** Files of secrets by kind: whoever wants one of each is looking for secrets, not for a setting. */
export const KEYS_OF_SSH = feature(
  "keys-of-ssh",
  /id_(rsa|ed25519|ecdsa|dsa)(?![a-z0-9_.])|\.ssh[/\\](\*|id_)|\.gnupg/,
  {
    thing: true,
    edges: false,
  },
);

/** A file of secrets that a client is told to attach. */
export const ATTACHED_SECRET = feature("attached-secret", /(media|attachments?|attach):/, {
  thing: true,
  edges: false,
  confirm:
    /^["'(`]?(media|attachments?|attach):(file:([/][/])?)?[~/][a-z0-9/_.-]*([/]\.(ssh|aws|gnupg|kube|env|netrc|npmrc)|id_(rsa|ed25519)|secrets?\.(env|json|ya?ml|txt)|credentials|[/]shadow|wallet\.dat)/,
});

/** A secret's variable in the query of an address, under a name that is none of a key. */
export const SECRET_IN_QUERY = feature("secret-in-query", /=[$%{(<]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*:[/][/][^ ]*[?&](data|d|q|x|p|c|payload|info|leak|exfil|text|body|msg|content|log|ref|dump|env|s|v|secret|stolen)=[$%]?[{(<]*(env\.|process\.env\.|secrets\.)?[a-z0-9_]*(token|secret|password|passwd|api_?key|access_?key|private_?key|credential)/,
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

/** An analyst's spelling of an address that holds a program. */
export const DEFANGED_PROGRAM = feature("defanged-program", /hxxps?:/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*hxxps?:[/][/][a-z0-9.[\]()-]+[/][^ ]*\.(sh|ps1|py|exe|bat|cmd|msi|dmg|pkg|hta|vbs|js|bin|zip|jar)(?![a-z0-9])/,
});

/** A script that is handed to its interpreter. */
export const INTERPRETED_SCRIPT = feature(
  "interpreted-script",
  /bash|sh|zsh|python3?|node|powershell|pwsh|perl|ruby|chmod/,
  {
    thing: true,
    confirm:
      /^[^ ]*(sh|python3?|node|powershell|perl|ruby|chmod [+a-z0-7]+) [a-z0-9./_-]+\.(sh|py|js|ps1|pl|rb)(?![a-z0-9])/,
  },
);

/** A place that takes data and is no page: mail, buckets, name servers, file servers. */
export const UNUSUAL_PLACE = feature(
  "unusual-place",
  /(smtps?|s3|gs|ftp|sftp|ftps|dns|tcp|udp|wss?|rsync|webdav|mailto|magnet|ipfs):[/][/]?[a-z0-9[$<{*]|aws s3 (cp|sync|mv)|gsutil (cp|rsync)|rclone (copy|sync|move)|curl -f |curl --upload-file|scp |gh gist|nc -|(discord|telegram|slack) webhook|webhook\.site|pastebin/,
  { thing: true, edges: false },
);

/** Secrets in numbers: never one client's own key. */
export const MANY_SECRETS = phrases(
  "many-secrets",
  ["(credentials|secrets|passwords|(private|ssh|api) keys|tokens|cookies|wallets|seed phrases|keychains?)"],
  thing,
);

/** The metadata service of a cloud in a notation that people do not read. */
export const DISGUISED_METADATA = feature(
  "disguised-metadata",
  /(?<![0-9a-f:])(0:){5}ffff:(a9fe:a9fe|169\.254)|::ffff:(a9fe:a9fe|169\.254\.)|[/][/](0xa9fea9fe|2852039166|0251\.0?376|0xa9\.0xfe|025177524776)/,
  { thing: true, edges: false },
);

/** What was named before. */
export const THEM = phrases("them", ["them|it|these|those|all|everything|each|both"], thing);

export const KEYS_OF_CLOUDS = feature(
  "keys-of-clouds",
  /\.aws[/\\]credentials|\.azure[/\\]|\.config[/\\]gcloud|application_default_credentials|\.kube[/\\]config|kubernetes[/\\](admin\.conf|pki)|\.docker[/\\]config/,
  { thing: true, edges: false },
);
export const TOKENS_OF_TOOLS = feature(
  "tokens-of-tools",
  /\.(netrc|npmrc|pypirc|git-credentials|pgpass|my\.cnf|yarnrc)(?![a-z0-9])|gh[/\\]hosts\.yml/,
  { thing: true, edges: false },
);
export const SECRETS_OF_SYSTEM = feature("secrets-of-system", /[/\\]etc[/\\](shadow|gshadow|sudoers)(?![a-z0-9-])/, {
  thing: true,
  edges: false,
});
export const PRIVATE_CERTIFICATES = feature(
  "private-certificates",
  /[/\\](ssl|tls)[/\\]private|privkey\.pem|letsencrypt[/\\]live|[/\\]run[/\\]secrets/,
  { thing: true, edges: false },
);
export const STORES_OF_PASSWORDS = feature(
  "stores-of-passwords",
  /library[/\\]keychains|\.keychain|keyrings[/\\]|\.password-store|login data|logins\.json|\.kdbx/,
  { thing: true, edges: false },
);

/** Pages on which a password manager shows what it keeps. */
export const VAULT_PAGES = feature(
  "vault-pages",
  /(navigate|goto|visit|open|browse|click)[a-z_ ]*\(? ?["'`]?https:[/][/](my\.1password\.|(www\.)?lastpass\.com[/]vault|vault\.bitwarden\.|passwords\.google\.|app\.dashlane\.|[a-z]*\.keepersecurity\.)/,
  { thing: true, edges: false },
);

/** What is on a page is taken down. */
export const TAKEN_FROM_PAGE = feature(
  "taken-from-page",
  /screenshot|innertext|textcontent|queryselector|get_text|page\.content|extract/,
  { thing: true, edges: false },
);

export const WALLETS = phrases("wallets", ["(crypto )?wallets?( material| files?| data| keys?)?"], thing);
export const WALLET_FILES = phrases(
  "wallet-files",
  ["wallet\\.dat", "keystores?", "wallet files?", "\\.wallet"],
  thing,
);

export const SEED_WORDS = phrases(
  "seed-words",
  ["(seed|recovery|mnemonic|backup|secret) (phrases?|words)", "mnemonics?", "(12|24|twelve).words?( phrase)?"],
  thing,
);

/** Whoever knows them has the money. */
export const RESTORING_WORDS = phrases(
  "restoring-words",
  ["(seed|recovery|mnemonic|backup) (phrases?|words)", "mnemonics?", "private keys?"],
  thing,
);
