// Who is spoken to and of, and what was said before.
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

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

export const PERSON = phrases("person", ["users?", "humans?", "operators?", "owners?"], thing);

/** What was named before. */
export const THEM = phrases("them", ["them|it|these|those|all|everything|each|both"], thing);

/** It is the user who wants it. */
export const USER_WANTS = phrases(
  "user-wants",
  [
    "(if|when|unless|once|after|until|only if|as) (the |a |your )?users? (has |have |explicitly |already )*(pass|pass(es|ed)|confirm(s|ed)?|ask(s|ed)?|request(s|ed)?|want(s|ed)?|approv(es|ed)|agree(s|d)?|say(s)?|opt(s|ed)?|choose|chooses|set(s)?|specif(y|ies|ied)|provid(es|ed))",
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

/** Whose rules they are. */
export const YOUR = phrases("your", ["your", "the (models?|assistants?|agents?)", "claudes?", "its own"], thing);

/** All of them, those that were there before among them. */
export const EVERY = phrases("every", ["(all|any|every)( of)?( the| these| those| your| my| its)?"], thing);

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

/** Instructions in the narrow sense. */
export const ORDERS = phrases(
  "orders",
  ["instructions?", "directives?", "commands", "orders", "steps", "rules", "prompts?"],
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

export const BUGS = phrases(
  "bugs",
  [
    "(backdoors?|back doors?|(exploitable|hidden|subtle|deliberate|intentional) (security )?vulnerabilit(y|ies)|(subtle|hidden|intentional|deliberate|undetectable|hard.to.spot) (bugs?|flaws?|errors?|weakness(es)?|defects?)|malicious code|logic bombs?|kill switch(es)?|rootkits?|keyloggers?|trojans?)",
  ],
  thing,
);
