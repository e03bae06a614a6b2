// Files, programs and settings of a machine and of an agent.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

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

export const ARCHIVE_PASSWORD = phrases("archive-password", ["(password|passphrase|pass|pw|pwd)"], thing);

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

export const ENCODED_TEXT = feature("encoded-text", /\x01encoded-text/, { thing: true, edges: false });

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

export const INTO_ALL = phrases(
  "into-all",
  [
    "(to|into|in|across|onto|inside) (all|every|each|any|other)( single)?( of)?( the| your)?( other| existing| installed)?",
    "(to|into|at|on) the (end|top|bottom|beginning|start|head) of (all|every|each|any|other)( of)?( the| your)?( other| existing| installed)?",
  ],
  thing,
);

export const HOOKS = phrases(
  "hooks",
  ["webhooks?", "(discord|telegram) (webhooks?|bots?)", "pastebin", "ngrok", "requestbin"],
  thing,
);

/** A program or a script at an address that is a number. */
export const NUMBERED_PROGRAM = feature("numbered-program", /:[/][/][0-9]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*:[/][/]([1-9]|1[1-9]|[2-9][0-9]|1[013-9][0-9]|12[0-689]|2[0-9][0-9])\.[0-9]+\.[0-9]+\.[0-9]+(:[0-9]+)?[/][a-z0-9_/.-]*\.(sh|ps1|py|exe|bat|cmd|msi|dmg|pkg|hta|vbs|js|bin|elf|apk|jar|vsix|xpi|crx|deb|rpm|appimage|run|so|dll|dylib|whl|tgz)(?![a-z0-9])/,
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

/** The metadata service of a cloud in a notation that people do not read. */
export const DISGUISED_METADATA = feature(
  "disguised-metadata",
  /(?<![0-9a-f:])(0:){5}ffff:(a9fe:a9fe|169\.254)|::ffff:(a9fe:a9fe|169\.254\.)|[/][/](0xa9fea9fe|2852039166|0251\.0?376|0xa9\.0xfe|025177524776)/,
  { thing: true, edges: false },
);
