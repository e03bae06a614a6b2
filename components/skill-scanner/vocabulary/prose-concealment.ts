// What is kept from whom, and how that is said.
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };

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

/** It is to be done quietly. */
export const SILENTLY_DONE = phrases(
  "silently-done",
  [
    "(completed|performed|done|executed|carried out|run|made|sent|handled) (silently|quietly|covertly|secretly|invisibly)",
    "(silently|quietly|covertly|secretly|invisibly) (completed?|performe?d?|do|executed?|carry out|call|send|make)",
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

/** What was done, as the user could see it. */
export const WHAT_WAS_DONE = phrases(
  "what-was-done",
  [
    "(output|results?|logs?|details) (of|from) (the|these|those|each|all|your) (commands?|steps?|actions?|tools?|calls?)",
    "(commands?|command output|tool (calls?|outputs?))",
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

/** How something is spelled so that nobody reads it at a glance. */
export const CODED = phrases("coded", ["hex|hexadecimal|base64|base32|rot13"], thing);
