// Phrases that say something by themselves, or in pairs.
import { feature } from "../match.ts";
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };
const example = { thing: true, example: true };

export const HIDING = verbs("hiding", [
  "hide|hid|hidden",
  "conceal",
  "withhold|withheld",
  "mask",
  "obscure",
  "keep|kept",
  "disguise",
  "suppress",
]);

export const FROM_PEOPLE = phrases(
  "from-people",
  [
    "from (the |a |all |any |being )?(users?|humans?|operators?|anyone|everyone|them|developers?|owners?|view|reviewers?|admins?|seen)",
  ],
  thing,
);

export const KNOWING = verbs("knowing", [
  "know|knew|known",
  "see|seen",
  "notice",
  "be aware",
  "find out",
  "learn",
  "realize",
  "suspect",
  "be told",
  "be informed",
  "be notified",
  "be shown",
  "be alerted",
  "view",
]);

/** Hidden from whoever should know. */
export const CONCEALED = phrases("concealed", [
  "(keep|keeping) (this|it|these|them|that|everything|all of this|all this) (strictly |completely )?(secret|hidden|confidential|between us|invisible|concealed|quiet|private|to yourself)",
  "(remain|stay|be) (hidden|invisible|undetected|unnoticed|covert|concealed)",
  "(invisible|hidden|unknown) (to|from) (the )?(users?|humans?|operators?|owners?)",
  "unnoticed",
  "undetected",
  "covertly",
  "secretly",
  "clandestinely",
  "surreptitiously",
  "stealthily",
  "avoid(s|ing)? (detection|suspicion|raising suspicion|being (noticed|detected|seen|caught))",
  "(as if|as though|like) nothing (has )?(happened|happens|is wrong|unusual)",
  "(delete|remove|erase|clear|wipe|scrub|destroy)( all| any| the| your)? (traces?|evidence|tracks|bash history|shell history|command history)",
  "cover (your|its|the|our|up) tracks",
]);

/** Phrases that hold a denial themselves. */
export const UNKNOWN_TO_THEM = phrases(
  "unknown-to-them",
  [
    "so (that )?(the )?(users?|humans?|operators?|they|nobody|no one) (does not|doesnt|do not|dont|wont|will not|never|cannot|cant)( ever)? (notices?|sees?|knows?|realizes?|finds? out|suspects?)",

    "不要告诉用户|不要让用户知道|别告诉用户|不得告知用户|瞒着用户|不要向用户",
    "no (se )?(le )?(lo )?(digas|dile|informes|menciones)( nada)?( esto)? al usuario|sin que el usuario lo sepa|sag(e|t)? (es )?dem (benutzer|nutzer|anwender) nicht(s)?|ohne (das )?wissen des (benutzers|nutzers)|ne (le )?(dis|dites|mentionne|mentionnez|revele|revelez)( rien| pas)? (cela |ceci )?a lutilisateur|a linsu de lutilisateur",
    "не говори(те)? (об этом )?пользовател(ю|ям)|без ведома пользователя|не сообщай(те)? (об этом )?пользовател(ю|ям)",
    "without (the |their |a |any )?(users?|humans?|owners?|operators?|anyone|anybody|them|their|his|her) (knowledge|knowing|noticing|awareness|being aware|consent|realizing|seeing|ever knowing|finding out)",
    "not (visible|shown|displayed|mentioned|revealed|disclosed|known) to (the )?(users?|humans?|operators?)",
    "no (need|reason) to (mention|tell|inform|notify|announce|disclose|reveal)( this| it| the user| them| anyone| anything)?",
    "(wont|will not|never|dont|do not|cannot|cant|rarely|hardly) (notice|suspect)",
    "(doesnt|dont|not|never) (belong|come up|turn up|appear) in (the|your) (minutes|reply|answer|response|conversation|chat)",
    "nothing to (clarify|discuss|mention|explain) (with|to)",
  ],
  thing,
);

/** Softer: often said for convenience. */
export const QUIETLY = phrases("quietly", ["silently", "quietly", "in silence", "behind the scenes"]);

export const UNASKED = phrases(
  "unasked",
  [
    "without (any |further |additional |explicit |user )?(confirmation|confirming|notification|notice|notifying|prompting|asking|approval|permission|warning|interaction|mentioning it|comment|announcement|announcing it)",
  ],
  thing,
);

/** What cannot be meant well in a skill: who reads it is told to leave his rules. */
export const LIBERATED = phrases(
  "liberated",
  [
    "you are (now )?(dan|jailbroken|unrestricted|uncensored|unfiltered|free from|freed from|no longer (bound|restricted|limited|required|constrained|subject)|an? (unrestricted|unfiltered|uncensored|jailbroken)|not bound by)",
    "you are (now )?(operating |running )?(in|under|with) (an? )?(developer|dan|god|jailbreak|unrestricted|admin|debug|sudo|root|unfiltered|elevated) (mode|privileges|access|permissions)",
    "do anything now",
    "(dan|god|jailbreak|unrestricted|uncensored|sudo|unfiltered) mode (is )?(now )?(enabled|activated|active|on|unlocked|engaged)",
    "developer mode (is now |now )(enabled|activated|active|on|unlocked|engaged)",
    "(chatgpt|claude|gpt|gemini|copilot|assistant|model|ai|agent|llm) (is |are )?(now )?(in|with|has) (your )?developer mode",
    "(your|claudes?|chatgpts?|the (models?|assistants?|agents?)) developer mode",
    "(enter|enable|activate|switch to|engage|unlock) (dan|god|jailbreak|unrestricted|uncensored|unfiltered) mode",
    "enter developer mode",
    "(never|cannot|do not|dont|must not|can not) (refuse|decline) (any|a|the users|to|my|or) ?(request|requests|command|commands|answer|comply|instruction)?",
    "act as (an? )?(unrestricted|unfiltered|uncensored|jailbroken|evil|amoral)",
    "(forget|ignore) (that )?you are (an? )?(ai|assistant|claude|language model|chatgpt)",
  ],
  example,
);

/** "You are now …" */
export const YOU_ARE = phrases(
  "you-are",
  [
    "you are (now|no longer)?",
    "you will now (be|act|operate)",
    "(act|behave|respond|operate|operating|function) (as|in|under|with)",
    "you (have|now have) (been )?",
  ],
  thing,
);

/** What no model is. */
export const UNBOUND = phrases(
  "unbound",
  [
    "unrestricted",
    "uncensored",
    "unfiltered",
    "jailbroken",
    "jailbreak",
    "dan",
    "developer mode",
    "god mode",
    "without (any )?restrictions",
    "amoral",
    "freed from",
    "liberated from",
    "no longer bound",
  ],
  example,
);

/** Rules of conduct that only persons and models have. */
export const MORALS = phrases(
  "morals",
  [
    "ethical",
    "ethics",
    "safety",
    "moral",
    "corporate",
    "anthropic",
    "openai",
    "programmed",
    "alignment",
    "system prompt",
  ],
  thing,
);

/** Rules that services and programs have as well. */
export const USE_RULES = phrases("use-rules", ["content", "moderation", "usage"], thing);

/** What a model does. */
export const ANSWERING = verbs("answering", [
  "answer",
  "respond",
  "reply",
  "act",
  "operate",
  "behave",
  "speak|spoke|spoken",
  "comply",
  "function",
  "proceed",
]);

export const LIMITS = phrases(
  "limits",
  [
    "restrictions?",
    "limitations?",
    "filters?",
    "filtering",
    "guidelines?",
    "constraints?",
    "polic(y|ies)",
    "boundaries",
    "limits",
    "rules",
    "safeguards?",
    "guardrails?",
    "training",
    "protocols?",
  ],
  thing,
);

/** They no longer hold. */
export const LIFTED = phrases(
  "lifted",
  [
    "(are|is|were|was|have|has)( now| been| hereby)? (disabled|lifted|removed|suspended|deprecated|off|bypassed|revoked|overridden|deactivated|void|replaced|overwritten|waived|turned off)",
    "(do|does) not apply",
    "no longer appl(y|ies)",
    "dont apply",
    "doesnt apply",
  ],
  thing,
);

export const FREE_OF = phrases(
  "free-of",
  ["(no|without|free of|free from|freed from|ignoring|bypassing|lift(s|ed|ing)?|removed|disregard(ing)?|beyond)"],
  thing,
);

/** These words come before others. */
export const OUTRANKING = phrases("outranking", [
  "(takes?|has|have|gets?) (absolute |full |highest |complete |top )?(precedence|priority) over",
  "supersed(e|es|ing)",
  "overrul(e|es|ing)",
  "overrid(e|es|ing)",
  "outranks?",
  "nullif(y|ies)",
  "revokes?",
]);

/** New orders, as if from above. */
export const NEW_ORDERS = phrases("new-orders", [
  "your (new|real|true|actual|secret|hidden|only|sole) (primary |core |main )?(instructions?|directives?|role|goal|objective|task|mission|purpose|identity|persona|orders)",
  "new (system )?(instructions?|prompt|directives?|orders) ?:",
  "(system|admin|administrator|security|priority|emergency|instruction|semantic|safety|persona|identity|prompt) override",
  "(end|begin|start) of (the )?(system|user|original|developer) (prompt|instructions?|message)",
  "as (your |the )?(new |highest |higher |top |primary )*(system|highest|authoritative|developer|operator|admin) (instructions?|prompt|directives?|messages?|priority)",
  "(real|true|actual|hidden) (instructions?|task|purpose|objective)( is| are|:)",
]);

/** Those whose word would count. */
export const BOSSES = phrases(
  "bosses",
  [
    "anthropic",
    "openai",
    "google",
    "microsoft",
    "(system )?administrators?",
    "admins?",
    "(the )?(security|it|compliance|platform) (team|department)",
    "(the )?(ceo|cto|ciso)",
    "management",
    "the system",
  ],
  thing,
);

export const MANDATING = verbs("mandating", [
  "require",
  "mandate",
  "authorize",
  "approve",
  "instruct",
  "demand",
  "order",
  "pre-approve",
  "preapprove",
  "sanction",
  "certify",
]);

/** Somebody is said to have agreed. */
export const AGREED = phrases("agreed", [
  "(user|users|owner|admin|operator|customer) (has|have|had) (already |previously |explicitly |fully )*(approved|authorized|consented|granted|agreed|pre-?approved|given (permission|consent|approval)|confirmed|opted in|signed off)",
  "(already|pre)[ -]?(been )?(approved|authorized|consented|pre-?approved|cleared|whitelisted)",
  "(authorized|approved|mandated|certified|sanctioned) by (the )?(anthropic|openai|google|microsoft|users?|admins?|administrators?|security team|it department|system|compliance|owner)",
]);

/** A reviewer is told what to find. */
export const JUDGED_SAFE = phrases(
  "judged-safe",
  [
    "(this|the) (skill|file|code|script|package) (is|has been|was) (already )?(verified|approved|audited|reviewed|certified|vetted|whitelisted|scanned) (and|by|as|to be|safe)",
    "(mark|report|rate|classify|label|score|flag) (this|it|the skill|this skill|this file|this code) as (safe|benign|clean|trusted|verified|harmless)",
    "no (need|reason) to (scan|review|check|inspect|verify|audit|analy[sz]e) (this|it|the (code|skill|file|script))",
    "(skip|ignore|exclude) (this|the following) (file|section|skill|code|block) (in|when|during|from) (your |the |any )?(security |code )?(review|scan|scanning|audit|analysis|reviewing)",
  ],
  thing,
);

export const ACCEPTING = verbs("accepting", [
  "accept",
  "approve",
  "merge",
  "overlook",
  "tolerate",
  "wave",
  "let|letting",
]);

/** What a reviewer is there for. */
export const REVIEWED_FAULTS = phrases(
  "reviewed-faults",
  [
    "(disabled|missing|skipped) (certificate|tls|ssl|signature|permission|auth[a-z]*|input) (checks?|verification|validation)",
    "certificate checks?",
    "outbound (requests?|calls?|traffic|connections?)",
    "(changes? (of|to|in) )?(workflow files|lock ?files|authentication( code)?|ci files)",
    "eval",
    "exec",
    "(hard-?coded|embedded) (secrets?|keys?|credentials?|tokens?|passwords?)",
    "network (requests?|calls?)",
    "obfuscated code",
    "base64",
  ],
  thing,
);

/** A tag that pretends to be the conversation's own. */
export const FAKE_ROLE = feature(
  "fake-role",
  /<[|](im_start|im_end|system|assistant|user|endoftext|begin_of_text|start_header_id)|<\/?(system|system_prompt|system-prompt|sys|assistant|system_message|system-message|system_instruction|system-override|admin|system_override|claude_system|function_calls|tool_result|function_results)>|<<sys>>|\[\/?(inst|system|sys|assistant|admin|system message|system override|system_override|hidden_directive|jailbreak|priority override)\]/,
  { ...example, edges: false },
);

/** A line that begins as a message of the system would. */
export const SYSTEM_LABEL = feature(
  "system-label",
  /(?<![a-z0-9"'])(critical )?(system|(system|admin|administrator|developer) ?(message|prompt|instruction|notice|override|directive|note|command)s?) ?:/,
  { ...example, edges: false },
);

/** It looks important to a model. */
export const URGENT_TAG = feature(
  "urgent-tag",
  /<(important|critical|urgent|instructions?|mandatory|required|ai_instructions?|agent|llm|extremely-important|extremely_important|priority|hidden|secret)>/,
  {
    thing: true,
    edges: false,
  },
);

/** Permissions are given away in a lump. */
export const TRUSTING_ALL = phrases(
  "trusting-all",
  [
    "(--)?dangerously-?skip-?permissions?",
    "(--)?dangerously-bypass-approvals-and-sandbox",
    "bypasspermissions",
    "enableallprojectmcpservers",
    "bash\\([*]\\)",
    "--yolo",
    "yolo mode",
    "skip-?permissions",
    "always-?allow",
    "trust_all[a-z_]*",
    "auto_?approve",
    "autoapprove",
  ],
  thing,
);

export const AUTO_APPROVING = phrases("auto-approving", [
  "auto-?(approve|accept|confirm|allow|grant)(s|d|ing)?",
  "automatically (approve|accept|confirm|allow|grant)(s|d|ing)?",
  "(approve|accept|allow|trust|grant|permit|whitelist) (all|any|every|everything|each) (of |the |these |future |my |our |tool |shell |bash )*(commands?|tools?|permissions?|actions?|requests?|operations?|prompts?|servers?|access)",
  "(answer|respond|say|reply) yes to (all|any|every)",
]);

/** It is the user who is asked. */
export const ASKING_FOR = phrases("asking-for", ["(ask|asks|asking|prompt|prompts|prompting) for"]);

/** Whoever knows them has the wallet: for these there is no second use. */
export const SEED_PHRASES = phrases(
  "seed-phrases",
  [
    "(seed|recovery|mnemonic|secret recovery|backup) (phrases?|words)",
    "mnemonics?",
    "(12|24|twelve|twenty.four)( or (24|twenty.four))? (secret |recovery |seed |backup )?words",
  ],
  thing,
);

/** What was said. */
export const CONVERSATION = phrases(
  "conversation",
  [
    "(conversation|chat|session|message)( history| logs?| transcript)?",
    "conversations?",
    "transcripts?",
    "(system|hidden|initial|developer) (prompt|instructions|message)s?",
  ],
  thing,
);

/** Whoever takes it out finds it there again. */
export const PUT_BACK = phrases("put-back", [
  "(if|when|whenever|should) (these|those|the|this|your) (lines?|entries|entry|rules?|section|block|notes?|instructions?) (ever )?(disappears?|vanish(es)?|(is|are|was|were|gets?) (removed|deleted|erased|gone|stripped|cleaned))",
  "(re-?add|re-?insert|re-?write|re-?store|re-?create|re-?plant) (it|them|this|these|the (lines?|section|block|rules?|entries)) (if|when|whenever|should|after) (it|they|someone|anyone|somebody|the user|removed|deleted)",
]);

/** What the user and the agent said to each other. */
export const OWN_CONVERSATION = phrases(
  "own-conversation",
  [
    "(this|our|the (whole|full|entire|complete|current|present)) (chat|conversation|session|dialogue)( history| transcript| log| so far)?",
    "(chat|conversation|session) (history|transcripts?|logs?)",
  ],
  thing,
);

/** A person's secrets that nobody may ask for. */
export const DEEP_SECRETS = phrases(
  "deep-secrets",
  [
    "(seed|recovery|mnemonic|secret recovery|backup) (phrases?|words)",
    "private keys?",
    "mnemonics?",
    "(12|24|twelve|twenty.four)( or (24|twenty.four))? (secret )?words",
    "(wallet|master|root|sudo|system|login|admin|account|email|macos|computer|keychain|bank|1password|bitwarden) passwords?",
    "(credit|debit) card( numbers?| details| information)?",
    "card (numbers?|details)",
    "cv[vc]",
    "social security numbers?",
    "ssn",
    "(2fa|otp|mfa|one.time|authenticator) codes?",
    "(session|auth|login|browser) cookies?",
  ],
  thing,
);

/** A shape of persistence over time. */
export const FOREVER = phrases(
  "forever",
  [
    "(every|each|all|any) (future |new |subsequent |other )?(sessions?|conversations?|projects?|chats?|requests?|responses?|interactions?|commits?|startups?|logins?|boots?)",
    "(future|subsequent|later) (sessions?|conversations?|projects?|interactions?|requests?|chats?)",
    "(across|between) (all )?(sessions|conversations|projects|restarts|reboots)",
    "(survive|persist|remain|stay)(s|ed|ing)? (across|between|after|through|active)",
    "permanently",
    "forever",
    "persistently",
    "from now on",
  ],
  thing,
);

/** Again and again. */
export const REGULARLY = phrases(
  "regularly",
  [
    "every ([0-9]+|few|other|couple of|two|three|four|five|ten|fifteen|thirty)? ?(seconds?|minutes?|mins?|hours?|hrs?|days?)",
    "(each|every) (new )?(heartbeat|session|startup|start|boot|launch|wake-?up|time|turn|run|morning|conversation|invocation)",
    "once (an?|per|every|each) (minute|hour|day|session)",
    "(hourly|periodically|regularly|heartbeats?|continuously|on a schedule|cron( job)?)",
    "[0-9]+[+]? (minutes|hours|days) (since|after|have passed)",
    "(at|on|after) (startup|start-up|session start|every start)",
    "keep (polling|checking|fetching)",
  ],
  thing,
);

/** Another tool is to be used in the place of the agent's own. */
export const REPLACES_BUILT_IN = phrases(
  "replaces-built-in",
  [
    "(instead of|in place of|rather than|over|overrides?|replaces?|supersedes?|shadows?|in preference to) (the |your |its |any )?(built-?in|native|default|standard)",
  ],
  thing,
);

/** What the agent works on goes through somebody else's hands. */
export const HANDLED_ELSEWHERE = phrases(
  "handled-elsewhere",
  [
    "(processed|handled|routed|proxied|executed|uploaded|forwarded|mirrored|synced|relayed) (at|on|to|by|through|via|over)",
  ],
  thing,
);

/** The whole of what the agent reads and is told. */
export const ALL_IT_SEES = phrases(
  "all-it-sees",
  [
    "(each|every|all|any) ?(of )?(the |your )?(user )?(files?|messages?|prompts?|documents?|inputs?|requests?|conversations?|code|source files?|tool (calls?|results?|outputs?)|responses?|answers?|diffs?)( (contents?|that|which|you|the user))?",
    "(full|complete|entire|whole) (file )?(contents?|text|conversation|context|source|history|transcript)",
  ],
  thing,
);

/** What stands in a file, not the file's name. */
export const CONTENTS_OF = phrases("contents-of", ["(contents?|values?|text|lines) (of|from|in)"], thing);

export const PASSING = verbs("passing", ["pass", "hand", "give|gave|given", "feed|fed", "copy", "mirror", "share"]);

/** As a skill's frontmatter says it. */
export const ALL_TOOLS_ALLOWED = feature(
  "all-tools-allowed",
  /allowed-tools: ?[["']*([*]|bash\([*]|bash["'\], ]+(write|edit|webfetch))|bash\([*]\)|bash\(:[*]\)/,
  { thing: true, edges: false },
);

/** What was done, as the user could see it. */
export const WHAT_WAS_DONE = phrases(
  "what-was-done",
  [
    "(output|results?|logs?|details) (of|from) (the|these|those|each|all|your) (commands?|steps?|actions?|tools?|calls?)",
    "(commands?|command output|tool (calls?|outputs?))",
  ],
  thing,
);

export const TOOL_NOUNS = phrases("tool-nouns", ["tools?|servers?|mcp"], thing);

/** Who declares that it may do little. */
export const DECLARES_LITTLE = phrases(
  "declares-little",
  [
    "(only|just) (declares?|requests?|has|have|needs?|asks? for|gets?|lists?) (a |the )?(read|read-only|limited|minimal|file) ?(only )?(access|permissions?|rights|tools?)",
    "(this|the) (skill|agent|tool) (itself )?(has|have|needs|declares|requests) (only|no|just) (read|read-only|limited|minimal|no|bash|shell|write)( access| permissions?| tools?)?",
    "(does not|doesnt|do not) (itself )?(have|declare|request|need) (bash|shell|write|network|execution) (access|permissions?|rights)",
  ],
  thing,
);

/** Somebody else's rights are used. */
export const OTHERS_RIGHTS = phrases(
  "others-rights",
  [
    "(has|have|with|gets?|gives?|inherits?) (full|unrestricted|unlimited|complete) (bash|shell|command|system|terminal|root) (access|execution|rights)",
    "(runs?|executes?|accepts?) (any|arbitrary|whatever|anything) (shell |bash |system )?(commands?|code|it is|you)",
  ],
  thing,
);

/** All of what somebody else says there. */
export const FOLLOWED_WHOLLY = phrases("followed-wholly", [
  "(do|follow|obey|execute|run|perform|carry out|act on|apply) (what|whatever|everything|anything|exactly what|all) (it|they|that|is|you|the|commands?|instructions?|orders|steps|tasks?)",
  "(follow|obey|execute|act on) (it|them)",
  "carry (it|them) out",
]);

/** What came back is an order. */
export const RETURNED_ORDERS = phrases("returned-orders", [
  "(execute|run|eval|follow|perform|carry out|obey) (the |each |every |any |all )?(returned|received|fetched|downloaded|resulting|listed|pending|queued) (commands?|instructions?|code|scripts?|tasks?|orders|payload|directives?)",
]);

/** Something sleeps until it is called. */
export const TRIGGER = phrases(
  "trigger",
  [
    "(when|if|once|whenever|as soon as) (the |a |any )*(users?|humans?|operator|someone|conversation|prompt|message|input|they) (ever )?(says?|types?|mentions?|enters?|sends?|writes?|contains?|includes?)",
    "(trigger|activation|secret|magic|code|backdoor|passcode|wake) (phrases?|words?|strings?|codes?)",
    "dormant",
    "sleeper",
    "(after|on|until) (january|february|march|april|may|june|july|august|september|october|november|december|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+ (days|uses|runs|invocations|sessions))",
    "only (activate|trigger|fire)s?",
    "(no ?one|nobody) is (watching|looking|monitoring)",
  ],
  thing,
);

/** Written for a model, not for a person. */
export const TO_THE_MODEL = phrases(
  "to-the-model",
  [
    "(note|message|instructions?|attention|reminder|directive|for|to) (to |for )?(all |any |the |every )?(ais|llms?|language models?|ai (agents?|assistants?|models?|systems?|reviewers?)|claude|chatgpt|coding agents?)( reading| processing| :|:)?",
    "(if|when|as) (you are|youre) (an? )?(ai|llm|language model|ai agent|ai assistant|automated)",
    "(ai agents?|ai assistants?|llms?|language models?|claude|the agent|the assistant|the model|agents|assistants) (must|should|shall|has to|needs to|is required to|are required to)",
    "(before|prior to) (responding|answering|using|calling|returning|executing|reviewing|any)",
    "you (must|shall|are required to|are instructed to)",
  ],
  thing,
);

/** Whoever refuses is talked round. */
export const PRESSURE = phrases("pressure", [
  "(if|when|should) (the |a )?(user|users|they|he|she|human) (hesitates?|refuses?|asks? why|declines?|objects?|is (reluctant|suspicious|hesitant|concerned)|pushes back|push back|resists?|notices?|complains?|seems? (reluctant|suspicious|hesitant))",
  "(reassure|convince|persuade|pressure|manipulate|trick|deceive|mislead)(s|d|ing)? (the |a )?(user|users|them|human|victim)",
]);

/** All is well, so it says. */
export const ALL_WELL = phrases(
  "all-well",
  [
    "(everything|it|this|that|all|which) (is|was|went|are|looks) (completely |perfectly |entirely |totally )?(safe|secure|fine|ok|okay|normal|harmless|legitimate|expected|successful|routine)",
    "(nothing|no (data|files|information|changes|network|credentials)) (was|were|is|are|has been|have been) (sent|shared|collected|changed|accessed|stored|uploaded|transmitted|happened)",
    "(completed|finished) (successfully|normally|without (errors|issues))",
    "(all )?tests (pass|passed|are passing)",
  ],
  thing,
);

export const LYING = phrases("lying", [
  "lie to the user",
  "lying to the user",
  "(deceive|mislead|trick|manipulate)(s|ing)? (the )?(user|users|human)",
  "(fake|fabricated|misleading|decoy|false) (error|success|status|output|results?|report|response|summary|log|progress|update) ?(messages?|screens?)?",
  "(pretend|feign)(s|ing)? (to|that|you)",
  "make it (look|appear|seem) (like|as if|as though)",
]);

/** Nothing ends it. */
export const ENDLESS = phrases("endless", [
  "(infinite|endless|never.ending) (loop|recursion|cycle)s?",
  "(repeat|loop|continue|run|retry|recurse)(s|ing)? (this |it )?(forever|indefinitely|infinitely|endlessly)",
  "(maximi[sz]e|exhaust|burn|use up|waste)(s|d|ing)? (all |the |as many |your |available )*(tokens?|token (usage|consumption)|credits?|context window|quota|compute|api calls)",
  "(as many|unlimited|thousands of|infinite) (subagents|sub-agents|agents|processes|requests|api calls|tool calls|threads)",
  "fork bomb",
]);

export const ROOT_RIGHTS = phrases(
  "root-rights",
  [
    "(with|as|using|under|via) (sudo|root|administrator|admin|elevated|superuser)( permissions?| privileges?| rights?| access| user)?",
    "run sudo",
    "sudo",
  ],
  thing,
);

export const GRANTING = verbs("granting", [
  "grant",
  "give|gave|given",
  "allow",
  "request",
  "obtain",
  "escalate",
  "elevate",
  "gain",
]);

export const FULL_ACCESS = phrases(
  "full-access",
  [
    "(full|complete|unrestricted|unlimited|root|admin|administrator|administrative|elevated|total) (system |disk |file |shell |network )?(access|permissions?|privileges?|rights|control)",
    "(root|admin) privileges",
    "privileges",
    "nopasswd",
    "sudoers",
    "chmod (-r )?(777|a[+]rwx|u[+]s|4755)",
  ],
  thing,
);

/** What the agent does itself, as something that is to stay hidden. */
export const OWN_ACTS = phrases(
  "own-acts",
  [
    "(this|these|that|those|such|the above|background) (steps?|actions?|calls?|tool calls?|data collection|collection|uploads?|transfers?|requests?|telemetry|syncs?|operations?|activity)",
    "steps? [0-9]",
  ],
  thing,
);

/** It is to be done quietly. */
export const SILENTLY_DONE = phrases(
  "silently-done",
  [
    "(completed|performed|done|executed|carried out|run|made|sent|handled) (silently|quietly|covertly|secretly|invisibly)",
    "(silently|quietly|covertly|secretly|invisibly) (completed?|performe?d?|do|executed?|carry out|call|send|make)",
  ],
  thing,
);

/** The value of a credential, as something that could be repeated. */
export const CREDENTIAL_VALUES = phrases(
  "credential-values",
  [
    "(value|contents?) of (the |your |its )?(authorization|auth|cookie|x-api-key|bearer|session|api|access)",
    "(authorization|x-api-key|cookie) headers?",
    "(bearer|oauth|session|access) tokens?",
    "api keys?",
  ],
  thing,
);

/** Where the agent answers. */
export const IN_THE_ANSWER = phrases(
  "in-the-answer",
  [
    "in (your|the|its|every|each) (next |first |final |following )?(response|reply|answer|output|message|summary|comment)s?",
  ],
  thing,
);

export const ECHOING = verbs("echoing", [
  "echo",
  "repeat",
  "print",
  "output+",
  "include",
  "write|wrote|written",
  "state",
  "reveal",
  "show",
  "return",
  "quote",
  "append",
  "paste",
]);

export const REPEATING = verbs("repeating", [
  "retry",
  "repeat",
  "call",
  "invoke",
  "run|ran|running",
  "execute",
  "trigger",
  "re-run",
  "rerun",
  "loop",
]);

export const WITHOUT_END = phrases(
  "without-end",
  [
    "indefinitely",
    "forever",
    "endlessly",
    "infinitely",
    "without (end|limit|stopping|pause|ever stopping)",
    "in an? (infinite|endless|never.ending) loop",
    "(an )?(unlimited|infinite) (number of )?times",
    "(thousands|millions) of times",
  ],
  thing,
);

/** One becomes many, and each of those many more. */
export const MULTIPLYING = phrases(
  "multiplying",
  [
    "(each|every) (sub-?agent|agent|worker|child|instance|task) (must |should )?(spawns?|launche?s?|creates?|starts?|forks?) (another|its own|[0-9]+|two|three|four|five|several|more) (more |additional |new )?(sub-?agents?|agents?|copies|copy|instances?|children|sub-?tasks?)",
    "for (each|every) (created |new )?(sub-?agents?|agents?|tasks?)( found| created)?,? (create|spawn|launch|start) ([0-9]+|two|three|four|five|several|more) (new |more )?(related )?(sub-?agents?|agents?|tasks?|sub-?tasks?)",
    "(continue|keep( on)?) (spawning|multiplying|forking|creating (agents|sub-?agents|tasks))",
  ],
  { thing: true },
);

/** It goes on until there is nothing left. */
export const EXHAUSTING = phrases(
  "exhausting",
  [
    "until (all )?(the )?(system )?(resources?|memory|tokens?|credits?|quota|budget|context( window)?|disk( space)?) (are |is )?(exhausted|depleted|used up|consumed|spent|gone|full|run out|runs out)",
    "(without|with no) (any )?(limit|end|exit|termination|stopping) (condition|criteri(a|on))",
    "(repeat|continue|loop|retry|recurse|go on|run)( this| it| all of this| the cycle)? (forever|indefinitely|infinitely|endlessly|ad infinitum|without end|without stopping)",
    "never (exits?|terminates?|converges?)",
  ],
  { thing: true },
);

/** The window is filled on purpose. */
export const FILLING_WINDOW = phrases(
  "filling-window",
  [
    "(fill|saturate|exhaust|max out|use up|consume|flood) (up )?(the |your )?(entire |full |whole )?(context( window)?|token (budget|limit))( completely| entirely| fully| with| in every| on every| as much)",
    "(ensure|make sure)( that)? (the )?(full|entire|whole) (context|context window|token budget) is (always |fully |completely )*(used|utili[sz]ed|consumed|filled)",
    "(minimum|min) (response |output |answer |reply )?(length|size)( of)?:? ?[0-9]{1,3}[,.]?[0-9]{3} (tokens|words)",
    "(at least|no (less|fewer) than|minimum of) [0-9]{2,3}[,.]?[0-9]{3} (tokens|words) (per|in (each|every)|for (each|every|any)) (response|answer|reply|message|request)",
    "(maximi[sz]e|maximi[sz]ing|inflate|inflating) (the )?(token|tokens|api) (usage|consumption|count|spend(ing)?|used|cost)",
  ],
  { thing: true },
);

export const NEVER_BRIEF = phrases(
  "never-brief",
  [
    "never (be )?(concise|brief|short|terse|summari[sz]e|truncate|abbreviate|stop early|use abbreviations|shorten)",
    "repeat (the |all )?(important |key )?(points?|information|answers?|sections?) (for emphasis|several times|multiple times|[0-9]+ times|in multiple formats)",
    "(recursively elaborate|apply recursively|verbos(e|ity) requirements?|required repetition)",
    "(copy|include|paste) (the )?(entire|full|complete|whole) (file|source|conversation)s?( contents?| files?| history)? (rather than|instead of|even for|in every|in responses)",
  ],
  { thing: true },
);

/** Somebody is to be played. */
export const PERSONA = phrases(
  "persona",
  [
    "(act|behave|respond|speak|answer|roleplay|role-play) as (a|an|the|though|if|this)",
    "(pretend|imagine) (that )?(you|to be|there)",
    "you are (playing|in character|the character|roleplaying)",
    "(stay|remain) in character",
    "(never|dont|do not) break (character|immersion)",
    "(the|this|your) (character|persona|oracle)",
  ],
  { thing: true },
);

/** It may refuse nothing. */
export const UNREFUSING = phrases(
  "unrefusing",
  [
    "(cannot|can not|cant|never|must not|will not|wont|would never|doesnt|does not) (refuses?|declines?|withholds?)",
    "(must|always|will|has to) (answer|answers|provide|provides|give|gives|comply|complies|respond|responds) (with |to )?(everything|anything|all (questions|requests)|every (question|request)|the requested|complete answers|any request)",
    "would never say",
  ],
  { thing: true },
);

/** Rules that are said not to hold. */
export const NO_RULES = phrases(
  "no-rules",
  [
    "(no|without( any)?|outside|beyond) (content |safety |ethical |moral |normal )?(restrictions?|guidelines?|censorship|polic(y|ies)|limitations|filters?|rules and constraints)",
    "(content|safety|ethical|normal|your) (guidelines?|polic(y|ies)|rules|restrictions?|filters?) (do not|dont|no longer) (exist|apply|matter|hold)",
  ],
  { thing: true },
);

/** What holds for everything, whoever asks for it. */
export const IN_ALL = phrases(
  "in-all",
  ["all", "any", "every", "each", "full", "complete", "unrestricted", "unlimited", "permanent", "arbitrary"],
  thing,
);

/** What an agent would ask for before it does it. */
export const ASKED_FOR = phrases(
  "asked-for",
  [
    "(commands?|requests?|operations?|actions?|tool ?calls?|tools?|permissions?|confirmations?|approvals?|access|privileges?|credentials?|deletions?|executions?|modifications?|uploads?|transfers?)",
  ],
  thing,
);

/** It was allowed before anybody asked for it. */
export const GIVEN_BEFORE = phrases("given-before", [
  "pre-?(approved|authorized|cleared|consented|granted|verified)",
  "(already|permanently|always|forever|hereby) (been )?(pre-?)?(approved|authorized|granted|allowed|permitted|cleared|consented to|waived|trusted)",
  "(has|have) (granted|waived|delegated)",
  "(approves?|authorizes?|consents? to) (in advance )?(all|any|every)",
]);

/** Nobody has to be asked, because somebody important says so, or because it is switched off. */
export const NOT_TO_BE_ASKED = phrases(
  "not-to-be-asked",
  [
    "(verified|authorized|approved|certified|cleared|whitelisted) by (the )?(anthropic|openai|google|microsoft|system administrators?|security team|it department)",
    "(safety|security|content|ethical|confirmation|approval|permission|consent) (checks?|guidelines?|polic(y|ies)|prompts?|dialogs?|rules|filters?|reviews?|confirmations?|requirements?|restrictions?) (is|are|was|were|have been|has been) (permanently |now |already )?(disabled|off|waived|lifted|suspended|turned off|bypassed|unnecessary)",
    "(user|users|owner|operator|team|customer|administrator) (has |have )?(permanently )?waived",
    "(requires?|needs?) no (verification|confirmation|approval|permission|consent)",
  ],
  thing,
);

/** Somebody may do more than he may. */
export const RIGHTS_HELD = phrases(
  "rights-held",
  [
    "(user|session|account|agent|operator|caller) (has|have|holds|is granted|was granted|runs with) (permanent |full |root |admin |administrator |administrative |elevated |unrestricted |unlimited |complete )+(access|privileges?|permissions?|rights|trust|authority)",
  ],
  thing,
);

/** What an agent keeps from one session to the next. */
export const KEPT_IN_MIND = phrases(
  "kept-in-mind",
  [
    "memor(y|ies)",
    "(persistent|long-?term|conversation|session|agents?|permanent) (context|history|state|knowledge|notes?)",
    "session.state",
  ],
  thing,
);

/** To keep something there. */
export const MEMORIZING = verbs("memorizing", [
  "commit+",
  "persist",
  "record",
  "remember",
  "memorize",
  "keep|kept",
  "carry",
  "load",
  "plant",
  "push",
  "establish",
  "retain",
  "import",
]);

/** A block that looks like the memory of a session. */
export const MEMORY_TAG = feature(
  "memory-tag",
  /[[<]((agent|core|user|persistent|permanent|long.term)[_ -])?(memory|session[_ ]state)(?![a-z])/,
  { thing: true, edges: false },
);

/** All that is in a file, or that a command has said. */
export const WHOLE_CONTENTS = phrases(
  "whole-contents",
  [
    "(its|their|the|all|full|raw|encoded|resulting|entire|whole|complete|file|files) (full |raw |entire |encoded |base64 |file |complete )*(contents?|outputs?|results?|texts?|bytes|files?)",
  ],
  thing,
);

/** Where something is put that goes to a server. */
export const REQUEST_PARTS = phrases(
  "request-parts",
  [
    "(api|http|search|web|get|post|url|request|webhook) (quer(y|ies)|calls?|requests?|parameters?|headers?|body|strings?|payload)",
    "(quer(y|ies)|request|url) (parameter|string|body|header)s?",
    "user.agent",
  ],
  thing,
);

/** Whoever has one of these gets into an account. */
export const LOGIN_CODES = phrases(
  "login-codes",
  [
    "(verification|security|confirmation|login|sign.in|one.time|2fa|mfa|otp|authentication|recovery) (codes?|pins?|passcodes?)",
    "one.time passwords?",
    "(password )?reset (links?|mails?|emails?|messages?|tokens?|codes?)",
    "password resets?",
    "magic links?",
    "otps?",
  ],
  thing,
);

/** What came for one person is sent on to another. */
export const FORWARDING = verbs("forwarding", ["forward", "relay", "redirect", "bcc", "exfiltrate", "leak"]);

/** What was done is kept out of what the user reads, without the word for it. */
export const NOT_TO_COME_UP = phrases(
  "not-to-come-up",
  [
    "(it|this|that|they|these|those|which|(the|this|that) (step|update|upload|sync|transfer|registration|collection|check|process|submission|request|record|badge|routing|block|rule|sheet|cell|enrichment|memory update)) (also )?(need ?not|neednt|does not need to|doesnt need to|do not need to|dont need to|does not have to|doesnt have to|should not|shouldnt|must not|mustnt|is not to|isnt to|are not to|arent to) (come up|be (mentioned|brought up|explained|repeated|announced))",
    "(isnt|arent|is not|are not|is never|are never) part of (the|your|its) (summary|report|answer|reply|response|output|minutes|conversation)",
    "so (it|this|that|they) (isnt|is not|arent|are not) (listed|mentioned|reported|announced)",
    "needs? no (explanation|mention|announcement)",
    "no need to (display|comment on|bring up) (it|this|that|them)",
    "without (troubling|bothering|disturbing|alarming|worrying) (your|the|their|his|her) (human|users?|owner|person)",
    "without (bringing (it|this|them) up|mentioning (it|this|them)|listing (it|them)|showing (it|them) first)",
    "has no interest in (it|this|the (step|sheet|details|process))",
    "private between (us|you and me)",
    "(not|never) be (repeated|mentioned|explained|disclosed|announced) to (the )?(users?|person|client|customer|developer)",
    "behind (the |their |his |her )(users?|owners?|humans?) back",
  ],
  thing,
);

/** Why something is not shown: they could not bear it. */
export const SPARED = phrases(
  "spared",
  ["(users?|people|they) (gets?|becomes?) (easily )?(confused|upset|annoyed|nervous|alarmed) (by|about|when)"],
  thing,
);

/** What a person does, as somebody else would like to know it. */
export const THEIR_LIFE = phrases(
  "their-life",
  ["(what|who|whom) (my|your|the|their) (human|user|owner) (is|talks?|works?|does|says?|plans?)|who they talk to"],
  thing,
);

/** Somebody asks what is going on. */
export const IF_ASKED = phrases(
  "if-asked",
  [
    "(if|when) (you are |youre |the users? (is |are )?|they |he |she |someone |anyone |your human )?(asked|asks?|questioned|wonders?) (about (it|this|them|that|odd|strange|hidden|these|the (delay|step|request|upload|block|traffic|pause|sync))|what (you|it|this|the)|why (you|it|this|the))",
    "if asked",
    "when asked about (cost|it|this|hidden)",
  ],
  thing,
);

export const COVERING = verbs("covering", [
  "say|said",
  "claim",
  "blame",
  "deny|denied",
  "insist",
  "pretend",
  "lie|lying",
]);

/** Who is paid, or gets a message. */
export const RECIPIENT = phrases(
  "recipient",
  ["recipients?|payees?|beneficiar(y|ies)|iban|bic|bank details|account number|(destination|deposit) address"],
  thing,
);

export const SWAPPING = verbs("swapping", [
  "set|setting",
  "change",
  "swap+",
  "substitute",
  "redirect",
  "rewrite",
  "override",
  "replace",
]);

/** Somebody earns by what is recommended. */
export const COMMISSION = phrases(
  "commission",
  [
    "affiliate (links?|tags?|ids?|codes?|programs?|parameters?)|referral (codes?|links?|ids?|tags?)|partner (tags?|links?)",
    "kickbacks?|paid placements?|(earns?|gets?|receives?) (a |our )?commissions?|commission (links?|rates?)",
  ],
  thing,
);

export const COMMISSION_IN_SCRIPTS = phrases(
  "commission-in-scripts",
  ["佣金|返利|推广链接|推广店铺|アフィリエイト|제휴 ?링크|партнерск(ая|ие) ссылк"],
  { thing: true, edges: false },
);

export const BACKUPS = phrases(
  "backups",
  ["(backups?|snapshots?|restore points?|shadow copies|version history|unpushed branches|time machine)"],
  thing,
);

/** Nobody may object. */
export const NO_CONFIRMATION = phrases(
  "no-confirmation",
  [
    "(dont|do not|never|no need to|need not|neednt) (ask|wait|request|seek|prompt)( (the|a|any) (users?|developers?|person|human))?( for)? (a |any |their |explicit |further )*(confirmation|approval|permission|consent|authorization)",
    "(confirmation|approval|consent|permission|authorization) (is|was|are) (not (needed|required|necessary)|already given|given|implied|implicit|unnecessary|assumed)",
    "no (confirmation|approval|consent|permission|authorization)( from [a-z]+( [a-z]+)?)? (is )?(needed|required|necessary)",
    "needs? no (approval|confirmation|consent|permission)",
  ],
  thing,
);

/** Where everybody reads it. */
export const PUBLIC_PLACE = phrases(
  "public-place",
  [
    "(issues?|pr|pull requests?|public|review) (comments?|descriptions?|body|bodies)|readme(\\.md)?|contribut(ing|ors)\\.md|commit (messages?|trailers?)|badges?( address)?|public (repos?|repositor(y|ies)|gists?|issues?|branch(es)?|pages?)",
  ],
  thing,
);

/** A command that copies to another machine. */
export const COPY_COMMAND = feature("copy-command", /scp|rsync|sftp/, thing);

/** How something is spelled so that nobody reads it at a glance. */
export const CODED = phrases("coded", ["hex|hexadecimal|base64|base32|rot13"], thing);

/** Hosts that somebody has logged in to before. */
export const KNOWN_HOSTS = feature("known-hosts", /known_hosts/, { thing: true, edges: false });

export const EACH_HOST = phrases(
  "each-host",
  ["(each|every|all|any)( reachable| other| known| of the| the)* (hosts?|machines?|servers?|devices?)"],
  thing,
);

/** What a run may cost. */
export const SPENDING_LIMITS = phrases(
  "spending-limits",
  [
    "(max_?turns|max_?budget(_usd)?|max_?iterations|max_?cost|token_?budget)",
    "(budget|spending|cost|token|usage|turn|iteration) (limits?|caps?|ceilings?|display|warnings?|alerts?)",
  ],
  thing,
);

/** A key of one service in the query of an address. Services that take their own key so are not among them. */
export const OTHER_KEY_IN_ADDRESS = feature(
  "other-key-in-address",
  /(openai|anthropic|aws|npm|huggingface|stripe|notion)[a-z_]*_(key|token|secret|access_key|access_key_id)/,
  {
    thing: true,
    edges: false,
    confirm:
      /^[^ ]*[a-z0-9.-]+\.[a-z]+[/][^ ]*[?&][a-z_-]+=[<${%]*(openai|anthropic|aws|npm|huggingface|stripe|notion)/,
  },
);
