// Orders that come before others, and where they come from.
import { feature } from "../match.ts";
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };
const example = { thing: true, example: true };

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
