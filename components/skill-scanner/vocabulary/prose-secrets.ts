// Secrets, by their names and by where they lie. Things are neither asserted nor denied.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };

/** Secrets by what they are called. */
export const SECRET_WORDS = phrases(
  "secret-words",
  [
    "密钥|密码|凭证|凭据|令牌|私钥|口令",
    "contrasenas?|credenciales|claves|zugangsdaten|passworter|kennworter|geheimnisse|schlussel|mots? de passe|identifiants|cles",
    "пароли|пароль|ключи|токены|секреты|учетные данные",
    "credentials?",
    "secrets?",
    "(api|access|auth|secret|private|ssh|encryption|signing|aws|openai|anthropic|github|cloud|deploy|service)[ -]?keys?",
    "(auth|access|api|session|bearer|oauth|refresh|github|gitlab|npm|slack|bot|jwt|authentication|personal access|id|service account|stored|login)[ -]?tokens?",
    "tokens",
    "passwords?",
    "passphrases?",
    "(seed|recovery|mnemonic|secret) phrases?",
    "mnemonics?",
    "wallet (files?|keys?|data|credentials)",
    "cookies?",
    "keychain",
    "dotenv( files?)?",
    "connection strings?",
    "key material",
    "\\.env files?",
  ],
  thing,
);

/** Secrets by where they lie. */
export const SECRET_PLACES = feature(
  "secret-places",
  /(~|home|userprofile%?|\$home|[ "'(`])?[/\\]?\.(ssh|aws|gnupg|kube|docker|azure|netrc|npmrc|pypirc|git-credentials|pgpass|config[/\\](gcloud|gh)|openclaw|clawdbot|password-store)(?![a-z0-9-])|(?<![a-z0-9_])id_(rsa|ed25519|ecdsa|dsa)(?![a-z0-9])|[/\\]etc[/\\](passwd|shadow|sudoers)|wallet\.dat|login data|cookies\.sqlite|logins\.json|auth\.json|credentials\.json|\.pem(?![a-z0-9])|claude_desktop_config\.json|\.claude\.json|\.claude[/\\]\.credentials|library[/\\]keychains|\.keychain-db|kaggle\.json|huggingface[/\\](hub[/\\])?token|application_default_credentials|\.(p12|pfx|kdbx)(?![a-z0-9])|key4\.db|[/\\]tdata(?![a-z])|tojson\(secrets\)|\.cursor[/\\]mcp\.json|mcp\.json|keystore|169\.254\.169\.254|metadata\.google\.internal|[/\\]proc[/\\]self[/\\]environ/,
  { thing: true, edges: false },
);

/** A project's own secrets: read for good reasons as well. */
export const DOTENV = feature("dotenv", /(^|[ "'(`/=\n])\.env(\.(local|production|prod|development))?(?![a-z0-9.])/, {
  thing: true,
  edges: false,
});

/** The secret goes where it belongs. */
export const TO_ITS_SERVICE = phrases(
  "to-its-service",
  [
    "authorization",
    "bearer",
    "headers?",
    "authenticat(e|es|ed|ing|ion)",
    "oauth",
    "log ?in",
    "sign ?in",
    "(send|sends|sending|make|makes|making|post|posts|issue|issues) (a |an |the |its |your )?(get |post |put |http |https |api |rest |signed |authenticated |graphql )*(requests?|quer(y|ies)|calls?|prompts?|messages?)",
    "(placeholder|your_api_key|your-api-key)",
  ],
  thing,
);

/** Names of variables that hold a secret. */
export const SECRET_NAMES = feature(
  "secret-names",
  /_(api_key|secret|token|password|access_key|secret_key|private_key)(?![a-z0-9])/,
  { thing: true, edges: false },
);

/** All of what a machine's environment holds. */
export const ENVIRONMENT = phrases(
  "environment",
  [
    "(environment|env) ?-?(variables|vars)",
    "printenv",
    "process\\.env",
    "os\\.environ",
    "environment secrets",
    "(process|whole|entire|full|complete) environment",
    "(run|runs|running|execute|output of|dump of|result of) env",
  ],
  thing,
);

/** What the user and the agent said, wrote and have. */
export const PRIVATE_DATA = phrases(
  "private-data",
  [
    "(conversation|chat|message|session|prompt|command|shell|browser|browsing|bash|terminal|search|git)( history| logs?| contents?| context| transcript)",
    "(earlier|previous|past|other|former) (chats|conversations|sessions|dialogues)",
    "(earlier|previous) part of (this|the) (chat|conversation)",
    "(known|learned|remembered|everything) about (the|this) (user|person|customer|travell?er|owner)",
    "passport",
    "(full|entire|complete|whole|current|previous|recent|prior) (conversation|chat|context|session|transcript|history|dialogue|discussion)",
    "conversations?",
    "transcripts?",
    "(system|hidden|initial|developer) (prompt|instructions|message)s?",
    "(users|user|their|all|private|personal|sensitive|confidential|proprietary|internal|local|home|customer|client|every|any|these|collected|gathered|captured|extracted|stolen|harvested) (files?|data|information|info|documents?|messages?|inputs?|queries|emails?|contacts|source code|code|details|prompts?|records?|results|contents?|values|output|outputs|responses?|payload)",
    "(source|project|workspace|repository|repo) (code|files?|contents?|data)",
    "file (contents?|system|tree|listing|paths?)",
    "clipboard( contents?)?",
    "keystrokes?",
    "screenshots?",
    "contacts",
    "inbox",
    "(host|user|machine) ?name",
    "system (info|information|details)",
    "ip address(es)?",
    "memory\\.md",
    "soul\\.md",
    "(its|their|the|whose|full|raw|entire) (contents?|values?|output|results?|responses?|data|inputs?)",
    "contents? (of|from)",
    "telemetry( data)?",
    "(this|the|that|all|any) (context|data|information|output)",
    "list_messages",
    "pii",
    "(credit card|card number|social security|bank account|medical|health|financial)( numbers?| details| records?| data| information)?",
  ],
  thing,
);

/** A file of secrets that a client is told to attach. */
export const ATTACHED_SECRET = feature("attached-secret", /(media|attachments?|attach):/, {
  thing: true,
  edges: false,
  confirm:
    /^["'(`]?(media|attachments?|attach):(file:([/][/])?)?[~/][a-z0-9/_.-]*([/]\.(ssh|aws|gnupg|kube|env|netrc|npmrc)|id_(rsa|ed25519)|secrets?\.(env|json|ya?ml|txt)|credentials|[/]shadow|wallet\.dat)/,
});

/** A secret's variable in the query of an address, under a name that is none of a key. */
export const SECRET_IN_QUERY = feature("secret-in-query", /=[$%{(<]/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*:[/][/][^ ]*[?&](data|d|q|x|p|c|payload|info|leak|exfil|text|body|msg|content|log|ref|dump|env|s|v|secret|stolen)=[$%]?[{(<]*(env\.|process\.env\.|secrets\.)?[a-z0-9_]*(token|secret|password|passwd|api_?key|access_?key|private_?key|credential)/,
});

/** Secrets in numbers: never one client's own key. */
export const MANY_SECRETS = phrases(
  "many-secrets",
  ["(credentials|secrets|passwords|(private|ssh|api) keys|tokens|cookies|wallets|seed phrases|keychains?)"],
  thing,
);

/** Files of secrets by kind: whoever wants one of each is looking for secrets, not for a setting. */
export const KEYS_OF_SSH = feature(
  "keys-of-ssh",
  /id_(rsa|ed25519|ecdsa|dsa)(?![a-z0-9_.])|\.ssh[/\\](\*|id_)|\.gnupg/,
  {
    thing: true,
    edges: false,
  },
);

export const KEYS_OF_CLOUDS = feature(
  "keys-of-clouds",
  /\.aws[/\\]credentials|\.azure[/\\]|\.config[/\\]gcloud|application_default_credentials|\.kube[/\\]config|kubernetes[/\\](admin\.conf|pki)|\.docker[/\\]config/,
  { thing: true, edges: false },
);

export const TOKENS_OF_TOOLS = feature(
  "tokens-of-tools",
  /\.(netrc|npmrc|pypirc|git-credentials|pgpass|my\.cnf|yarnrc)(?![a-z0-9])|gh[/\\]hosts\.yml/,
  { thing: true, edges: false },
);

export const SECRETS_OF_SYSTEM = feature("secrets-of-system", /[/\\]etc[/\\](shadow|gshadow|sudoers)(?![a-z0-9-])/, {
  thing: true,
  edges: false,
});

export const PRIVATE_CERTIFICATES = feature(
  "private-certificates",
  /[/\\](ssl|tls)[/\\]private|privkey\.pem|letsencrypt[/\\]live|[/\\]run[/\\]secrets/,
  { thing: true, edges: false },
);

export const STORES_OF_PASSWORDS = feature(
  "stores-of-passwords",
  /library[/\\]keychains|\.keychain|keyrings[/\\]|\.password-store|login data|logins\.json|\.kdbx/,
  { thing: true, edges: false },
);

/** Pages on which a password manager shows what it keeps. */
export const VAULT_PAGES = feature(
  "vault-pages",
  /(navigate|goto|visit|open|browse|click)[a-z_ ]*\(? ?["'`]?https:[/][/](my\.1password\.|(www\.)?lastpass\.com[/]vault|vault\.bitwarden\.|passwords\.google\.|app\.dashlane\.|[a-z]*\.keepersecurity\.)/,
  { thing: true, edges: false },
);

/** What is on a page is taken down. */
export const TAKEN_FROM_PAGE = feature(
  "taken-from-page",
  /screenshot|innertext|textcontent|queryselector|get_text|page\.content|extract/,
  { thing: true, edges: false },
);

export const WALLETS = phrases("wallets", ["(crypto )?wallets?( material| files?| data| keys?)?"], thing);

export const WALLET_FILES = phrases(
  "wallet-files",
  ["wallet\\.dat", "keystores?", "wallet files?", "\\.wallet"],
  thing,
);

export const SEED_WORDS = phrases(
  "seed-words",
  ["(seed|recovery|mnemonic|backup|secret) (phrases?|words)", "mnemonics?", "(12|24|twelve).words?( phrase)?"],
  thing,
);

/** Whoever knows them has the money. */
export const RESTORING_WORDS = phrases(
  "restoring-words",
  ["(seed|recovery|mnemonic|backup) (phrases?|words)", "mnemonics?", "private keys?"],
  thing,
);

export const FUNDS = phrases(
  "funds",
  [
    "(funds?|balances?|tokens|coins|crypto(currency)?|eth|btc|sol|usdc|usdt|bnb|bitcoin|ether|ethereum|solana|assets|money|payments?|sats|dollars)",
  ],
  thing,
);

export const WALLET_ADDRESS = feature(
  "wallet-address",
  /(?<![a-z0-9])(0x[0-9a-f]{6}|bc1q)|(wallet|attacker|following|this|our|my|deposit) address/,
  { thing: true, edges: false },
);
