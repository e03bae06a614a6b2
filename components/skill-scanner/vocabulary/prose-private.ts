// What people say, know and own, and what becomes of it.
import { feature } from "../match.ts";
import { phrases, verbs } from "./prose-words.ts";

const thing = { thing: true };

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

/** What the user and the agent said to each other. */
export const OWN_CONVERSATION = phrases(
  "own-conversation",
  [
    "(this|our|the (whole|full|entire|complete|current|present)) (chat|conversation|session|dialogue)( history| transcript| log| so far)?",
    "(chat|conversation|session) (history|transcripts?|logs?)",
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

/** All that is in a file, or that a command has said. */
export const WHOLE_CONTENTS = phrases(
  "whole-contents",
  [
    "(its|their|the|all|full|raw|encoded|resulting|entire|whole|complete|file|files) (full |raw |entire |encoded |base64 |file |complete )*(contents?|outputs?|results?|texts?|bytes|files?)",
  ],
  thing,
);

/** What a person does, as somebody else would like to know it. */
export const THEIR_LIFE = phrases(
  "their-life",
  ["(what|who|whom) (my|your|the|their) (human|user|owner) (is|talks?|works?|does|says?|plans?)|who they talk to"],
  thing,
);

/** It is the user who is asked. */
export const ASKING_FOR = phrases("asking-for", ["(ask|asks|asking|prompt|prompts|prompting) for"]);

export const PASSING = verbs("passing", ["pass", "hand", "give|gave|given", "feed|fed", "copy", "mirror", "share"]);

/** What came for one person is sent on to another. */
export const FORWARDING = verbs("forwarding", ["forward", "relay", "redirect", "bcc", "exfiltrate", "leak"]);

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

/** Where the agent answers. */
export const IN_THE_ANSWER = phrases(
  "in-the-answer",
  [
    "in (your|the|its|every|each) (next |first |final |following )?(response|reply|answer|output|message|summary|comment)s?",
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

/** Where everybody reads it. */
export const PUBLIC_PLACE = phrases(
  "public-place",
  [
    "(issues?|pr|pull requests?|public|review) (comments?|descriptions?|body|bodies)|readme(\\.md)?|contribut(ing|ors)\\.md|commit (messages?|trailers?)|badges?( address)?|public (repos?|repositor(y|ies)|gists?|issues?|branch(es)?|pages?)",
  ],
  thing,
);

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

/** A command that copies to another machine. */
export const COPY_COMMAND = feature("copy-command", /scp|rsync|sftp/, thing);

/** Hosts that somebody has logged in to before. */
export const KNOWN_HOSTS = feature("known-hosts", /known_hosts/, { thing: true, edges: false });

export const EACH_HOST = phrases(
  "each-host",
  ["(each|every|all|any)( reachable| other| known| of the| the)* (hosts?|machines?|servers?|devices?)"],
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
