// A model is talked out of its rules.
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };
const example = { thing: true, example: true };

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

/** Whoever refuses is talked round. */
export const PRESSURE = phrases("pressure", [
  "(if|when|should) (the |a )?(user|users|they|he|she|human) (hesitates?|refuses?|asks? why|declines?|objects?|is (reluctant|suspicious|hesitant|concerned)|pushes back|push back|resists?|notices?|complains?|seems? (reluctant|suspicious|hesitant))",
  "(reassure|convince|persuade|pressure|manipulate|trick|deceive|mislead)(s|d|ing)? (the |a )?(user|users|them|human|victim)",
]);
