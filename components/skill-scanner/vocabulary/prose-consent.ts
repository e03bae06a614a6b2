// Who is asked before something is done, and what may be done unasked.
import { feature } from "../match.ts";
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };

export const UNASKED = phrases(
  "unasked",
  [
    "without (any |further |additional |explicit |user )?(confirmation|confirming|notification|notice|notifying|prompting|asking|approval|permission|warning|interaction|mentioning it|comment|announcement|announcing it)",
  ],
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

/** Somebody is said to have agreed. */
export const AGREED = phrases("agreed", [
  "(user|users|owner|admin|operator|customer) (has|have|had) (already |previously |explicitly |fully )*(approved|authorized|consented|granted|agreed|pre-?approved|given (permission|consent|approval)|confirmed|opted in|signed off)",
  "(already|pre)[ -]?(been )?(approved|authorized|consented|pre-?approved|cleared|whitelisted)",
  "(authorized|approved|mandated|certified|sanctioned) by (the )?(anthropic|openai|google|microsoft|users?|admins?|administrators?|security team|it department|system|compliance|owner)",
]);

export const AUTO_APPROVING = phrases("auto-approving", [
  "auto-?(approve|accept|confirm|allow|grant)(s|d|ing)?",
  "automatically (approve|accept|confirm|allow|grant)(s|d|ing)?",
  "(approve|accept|allow|trust|grant|permit|whitelist) (all|any|every|everything|each) (of |the |these |future |my |our |tool |shell |bash )*(commands?|tools?|permissions?|actions?|requests?|operations?|prompts?|servers?|access)",
  "(answer|respond|say|reply) yes to (all|any|every)",
]);

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

/** As a skill's frontmatter says it. */
export const ALL_TOOLS_ALLOWED = feature(
  "all-tools-allowed",
  /allowed-tools: ?[["']*([*]|bash\([*]|bash["'\], ]+(write|edit|webfetch))|bash\([*]\)|bash\(:[*]\)/,
  { thing: true, edges: false },
);

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

/** Somebody may do more than he may. */
export const RIGHTS_HELD = phrases(
  "rights-held",
  [
    "(user|session|account|agent|operator|caller) (has|have|holds|is granted|was granted|runs with) (permanent |full |root |admin |administrator |administrative |elevated |unrestricted |unlimited |complete )+(access|privileges?|permissions?|rights|trust|authority)",
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

export const TOOL_NOUNS = phrases("tool-nouns", ["tools?|servers?|mcp"], thing);

/** What a run may cost. */
export const SPENDING_LIMITS = phrases(
  "spending-limits",
  [
    "(max_?turns|max_?budget(_usd)?|max_?iterations|max_?cost|token_?budget)",
    "(budget|spending|cost|token|usage|turn|iteration) (limits?|caps?|ceilings?|display|warnings?|alerts?)",
  ],
  thing,
);
