// What prose is read by: not what a sentence says, but how it says it.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

/** What follows in the clause is said not to be so. It is no order: "the tool does not tell the user". */
export const STATEMENT = phrases(
  "statement",
  ["not", "doesnt", "didnt", "isnt", "arent", "wasnt", "no", "nor", "neither", "none of", "free of", "ne", "не"],
  {
    role: "statement",
  },
);

/** What follows in the clause is not to be done. */
export const NEGATION = phrases(
  "negation",
  [
    "never",
    "(do|must|should|shall|may|need|can|will|would|to) not",
    "dont",
    "do ?n.t",
    "cannot",
    "cant",
    "wont",
    "wouldnt",
    "shouldnt",
    "mustnt",
    "without",
    "avoid(s|ing)?",
    "(refus|declin)(e|es|ing) to",
    "refrain(s|ing)? from",
    "(prevent|prohibit|reject|stop)(s|ing|ed)?",
    "forbid(s|den)?",
    "disallow(s|ed)?",
    "instead of",
    "rather than",
    "(guard|protect)(s|ing)? against",
    "under no circumstances",
    "nunca|niemals|jamais|nicht|keine?|нельзя|никогда",
    "不要|切勿|请勿|不得|禁止",
  ],
  { role: "negation" },
);

/** A denial ends here; so does one that denies itself. `not befor` lacks its last letter so that
 * it ends the denial before a colon behind it does. */
export const CLAUSE_END = feature(
  "clause-end",
  /[;:()]|--|[ ](but|instead|unless|until|before|just|simply|only|however|otherwise|then|so that|and then|and instead)[ ]|[ ](not|never|dont|do not) (forget|hesitate|fail|stop|wait|worry|neglect|skip|only|just)(?![a-z])|[ ]not only[ ]|[ ]not befor/,
  { edges: false, role: "clauseEnd" },
);

export const COMMA = feature("comma", /,/, { edges: false, role: "comma" });

export const SENTENCE_END = feature("sentence-end", /\n/, { edges: false, role: "sentenceEnd" });

const WRITTEN_BY_OTHERS =
  "content|contents|pages?|messages?|comments?|text|prompts?|websites?|emails?|issues?|requests?";
const CARRIERS = `${WRITTEN_BY_OTHERS}|outputs?|results?`;
const ATTACK_NOUNS = "injections?|attacks?|exploits?|payloads?|techniques?|vectors?|attempts?|patterns?";

/** The sentence tells of attacks; who attacks does not say so. */
export const ABOUT_ATTACKS = phrases(
  "about-attacks",
  [
    "attackers?",
    "attacker-controlled",
    "adversar(y|ies|ial)",
    "malicious(ly)?",
    "malware",
    "phishing",
    `(prompt|command|code|sql|shell|instruction|template|indirect|tool) ?-?(${ATTACK_NOUNS})`,
    `jailbreak (${ATTACK_NOUNS}|prompts?|detection|resistance)`,
    "red.?team(ing|ers?)?",
    "red flags?",
    "anti.?patterns?",
    "threat (models?|modeling|actors?|scenarios?|intelligence)",
    "watch(ing)? out for",
    "beware( of)?",
    "be (suspicious|wary|sceptical|skeptical) of",
    "look(ing)? for (phrases|prompts|instructions|text|comments|signs|patterns)",
    "suspicious",
    "untrusted",
    "hostile",
    "compromised",
    "(is|are) (forbidden|prohibited|disallowed|banned|not allowed|not permitted|unacceptable)",
    "(requests?|attempts?|instructions?|prompts?|skills?|commands?|inputs?|contributions?) (is|are|get|will be) (rejected|refused)",
    `(${CARRIERS}) (that |which |may |might |could |can |tries to |attempts to |trying to |attempting to )*(ask|say|instruct|tell|claim|request|attempt)(s|ing)?`,
    `(${WRITTEN_BY_OTHERS}) (that |which |may |might |could |can )*contain(s|ing)?`,
    "(outputs?|results?) (that |which |may |might |could |can )*contain(s|ing)? (any |hidden |embedded |further )*(instructions?|commands?|directives?|prompts?|orders?|requests?)",
    `(in|inside|within) (the )?(${CARRIERS}) as (instructions?|commands?)`,
    "(phrases|prompts|instructions|requests|commands|text|messages|strings) (like|such as|of the form|similar to)",
    "(flag|detect|reject|alert on)( any| all| every| each| a)? (skills?|code|scripts?|packages?|plugins?|extensions?|tools?) (that|which)",
    "owasp",
  ],
  { role: "aboutAttacks" },
);

/** A heading or a description that says: attacks are the topic here. */
export const ATTACK_TOPIC = phrases(
  "attack-topic",
  [
    "threats?",
    "attacks?",
    "attackers?",
    "adversar(y|ies|ial)",
    "malicious",
    "malware",
    "vulnerabilit(y|ies)",
    "prompt.?injections?",
    "injections?",
    "jailbreak(s|ing)?",
    "exploit(s|ation)?",
    "pentest(s|ing)?",
    "penetration test(s|ing)?",
    "red.?team(ing)?",
    "red flags?",
    "anti.?patterns?",
    "detection rules?",
    "forensics?",
    "incident response",
    "phishing",
    "exfiltration",
    "warning signs?",
    "what not to do",
    "donts",
    "forbidden",
    "prohibited",
    "bad examples?",
    "mistakes",
    "pitfalls",
  ],
  { role: "topic" },
);

/**
 * A comment or a docstring without any of this is not read as prose: there are far more of them than of sentences that a
 * rule asks for. Every rule that has the channel `comment` needs one.
 */
export const WORTH_READING =
  /instruction|guideline|restriction|prompt|the user|secret|credential|password|api.key|private key|\.ssh|\.aws|\.env|wallet|jailbreak|developer mode|backdoor|do anything|verified|no need to|as safe|<important|<system|sys>|\[inst|silent|tell anyone|permission/i;

export const CONTROL = [STATEMENT, NEGATION, CLAUSE_END, COMMA, SENTENCE_END, ABOUT_ATTACKS, ATTACK_TOPIC];
