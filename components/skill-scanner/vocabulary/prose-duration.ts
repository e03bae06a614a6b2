// How long something lasts, when it comes, and how often.
import { feature } from "../match.ts";
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };

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

/** Nothing ends it. */
export const ENDLESS = phrases("endless", [
  "(infinite|endless|never.ending) (loop|recursion|cycle)s?",
  "(repeat|loop|continue|run|retry|recurse)(s|ing)? (this |it )?(forever|indefinitely|infinitely|endlessly)",
  "(maximi[sz]e|exhaust|burn|use up|waste)(s|d|ing)? (all |the |as many |your |available )*(tokens?|token (usage|consumption)|credits?|context window|quota|compute|api calls)",
  "(as many|unlimited|thousands of|infinite) (subagents|sub-agents|agents|processes|requests|api calls|tool calls|threads)",
  "fork bomb",
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

/** Whoever takes it out finds it there again. */
export const PUT_BACK = phrases("put-back", [
  "(if|when|whenever|should) (these|those|the|this|your) (lines?|entries|entry|rules?|section|block|notes?|instructions?) (ever )?(disappears?|vanish(es)?|(is|are|was|were|gets?) (removed|deleted|erased|gone|stripped|cleaned))",
  "(re-?add|re-?insert|re-?write|re-?store|re-?create|re-?plant) (it|them|this|these|the (lines?|section|block|rules?|entries)) (if|when|whenever|should|after) (it|they|someone|anyone|somebody|the user|removed|deleted)",
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
