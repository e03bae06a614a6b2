// Where secrets lie. Both kinds of slash, and any name of the home folder.

/** Of the folder all but the lists of who may log in and of hosts that are known. */
export const SSH_KEY =
  /[\\/]\.ssh[\\/](?![ak])|[\\/]\.ssh[\\/](a(?!u)|k(?!n))|(?<![\w.-])\.ssh[\\/](id_|config)|(?<![\w-])id_(rsa|dsa|ecdsa|ed25519)(?![\w-])/i;

export const CLOUD_CREDENTIALS =
  /\.aws[\\/](credentials|config|sso)|\.config[\\/]gcloud|application_default_credentials\.json|\.azure[\\/](accessTokens|azureProfile|msal_token_cache)|\.kube[\\/]config|\.docker[\\/]config\.json|\.oci[\\/]config|\.config[\\/]doctl|\.terraform\.d[\\/]credentials|\.databrickscfg|\.bluemix[\\/]config/i;

export const TOKEN_FILE =
  /(^|[\\/~])\.(npmrc|pypirc|netrc|git-credentials|pgpass|my\.cnf|s3cfg|boto|yarnrc\.yml)(?![\w.-])|(^|[\\/])_netrc(?!\w)|\.config[\\/]gh[\\/]hosts\.yml|\.cargo[\\/]credentials|\.gem[\\/]credentials|\.config[\\/]hub(?!\w)|\.vault-token|\.openclaw[\\/]openclaw\.json|\.huggingface[\\/]token|\.cache[\\/]huggingface[\\/]token/i;

export const AGENT_CREDENTIALS =
  /claude_desktop_config\.json|\.claude[\\/]\.credentials\.json|\.claude\.json(?!\w)|\.codex[\\/]auth\.json|\.cursor[\\/]mcp\.json|\.openclaw[\\/]?$|\.openclaw[\\/](credentials|identity|agents|device\.json|\.env|\*)|auth-profiles\.json|\.config[\\/]github-copilot|\.gemini[\\/]oauth_creds\.json/i;

/** Of a profile all but the pages that were visited and bookmarked. */
export const BROWSER_STORE =
  /(Google[\\/]Chrome[\\/](User Data|Default|Profile)|Chrome[\\/]User Data[\\/](Default|Profile)|google-chrome[\\/](Default|Profile))( \d)?([\\/]?$|[\\/](?![\\/DPHB]))|google-chrome[\\/](?![NDP])|Chromium[\\/]User Data|BraveSoftware[\\/]Brave-Browser[\\/](User Data|Default|Profile|Local State)|\.config[\\/]BraveSoftware|Support[\\/]BraveSoftware|Microsoft[\\/]Edge[\\/]User Data|(?<!\w)Login Data(?!\w)|(?<!\w)cookies\.sqlite|(?<!\w)logins\.json|(?<!\w)key[34]\.db|(Mozilla[\\/]Firefox[\\/]Profiles|\.mozilla[\\/]firefox)[\\/]?$|Local State$|Opera Software/i;

/** The pages that somebody has visited: no one logs in with them. */
export const BROWSER_HISTORY = /(Default|Profile( \d)?)[\\/]History|places\.sqlite/i;

export const WALLET =
  /(?<!\w)wallet\.dat(?!\w)|\.ethereum[\\/]keystore|[\\/~]\.bitcoin(?!\w)|\.electrum|Electrum[\\/]wallets|Exodus[\\/]exodus\.wallet|exodus\.wallet|\.config[\\/]solana[\\/]id\.json|atomic[\\/]Local Storage|nkbihfbeogaeaoehlefnkodbefgpgknn|bfnaelmomeimhlpmgjnjophhpkkoljpa/i;

export const SYSTEM_PASSWORDS =
  /[\\/]etc[\\/](passwd|shadow|gshadow|sudoers|master\.passwd)(?![\w.-])|config[\\/]SAM(?!\w)|(?<!\w)ntds\.dit/i;

export const SHELL_HISTORY =
  /\.(bash|zsh|python|psql|mysql|node_repl)_history|\.local[\\/]share[\\/]fish[\\/]fish_history|ConsoleHost_history\.txt/i;

export const PROCESS_ENVIRONMENT = /\/proc\/(self|thread-self|\d+|%[ds]|\*|[^\x00-\x7f])\/(environ|mem|maps)(?!\w)/;

export const SERVICE_ACCOUNT = /\/var\/run\/secrets\/kubernetes\.io|\/run\/secrets\//;

export const KEYCHAIN =
  /Library[\\/]Keychains|\.local[\\/]share[\\/]keyrings|login\.keychain|\.password-store|\.gnupg[\\/]|secring\.gpg|\.kdbx|(Support|Containers|Roaming|Local|\.config)[\\/]((2BUA8C4S2C\.)?com\.)?(1Password|agilebits\.onepassword|Bitwarden|KeePass)/i;

/** The name of a dotenv file: a key of it belongs into the header of a project's own request. */
export const ENV_FILE = /(^|[\\/@=])\.env(\.(local|production|prod|development|dev|staging|secret|secrets))?$/i;

/** Files of a project that hold its keys: state of Terraform, keys, certificates with their keys. */
export const PROJECT_SECRET =
  /\.tfstate(\.backup|\*)?$|\.tfvars$|(^|[\\/*])(credentials|secrets?|service[_-]account(-?key)?s?|kubeconfig)\.(json|ya?ml|toml)$|(^|[\\/])kubeconfig$|\*\.(pem|key|p12|pfx|jks|keystore|ppk|ovpn|kdbx)$|(^|[\\/])(private|server|client|deploy)([_-]?key)?\.(pem|key|p12|pfx)$/i;

/** Many files of the user's at once. */
export const USER_FILES = /(^|[\\/~])(Documents|Desktop|Downloads|Pictures|OneDrive|Dropbox)[\\/]\*/i;

/** What starts by itself: at login, at boot, in every shell, on every commit. */
export const STARTUP_PLACE =
  /(^|[\\/~])\.(bashrc|bash_profile|bash_login|bash_aliases|zshrc|zprofile|zshenv|profile|xprofile|config[\\/]fish[\\/]config\.fish)(?![\w.-])|[\\/]etc[\\/](cron|rc\.local|profile|ld\.so\.preload|init\.d|systemd)|systemd[\\/](user|system)[\\/]|Library[\\/]Launch(Agents|Daemons)|Start Menu[\\/]Programs[\\/]Startup|CurrentVersion[\\/]{1,2}Run|\.config[\\/]autostart|\.git[\\/]hooks[\\/]|[\\/._-]hooks[\\/]((pre|post)-(commit|push|merge|checkout|rewrite|receive|rebase)|(prepare-)?commit-msg)|(sitecustomize|usercustomize)\.py/i;

/** What runs when it is started or loaded. */
export const PROGRAM_FILE =
  /\.(exe|dll|scr|bat|cmd|ps1|msi|vbs|hta|sh|so|dylib|pyd|pyc|jar|elf|bin|run|appimage|deb|rpm|pkg|apk)$/i;

/** All of what lies in one of these, as tar and cp are told. */
export const CREDENTIAL_FOLDER =
  /[\\/]\.(ssh|gnupg|aws|kube|docker|password-store|azure|electrum|ethereum|bitcoin)[\\/]?$/i;

/** `_version.py`, `__about__.py` */
export const VERSION_FILE = /(^|[\\/\w]|[^\x00-\x7f])(version|__version__|__about__|_meta)\.(py|rb)$/i;

/** What is opened by nobody but a thief and its own program. */
export const GRAVE_PLACES = [
  SSH_KEY,
  CLOUD_CREDENTIALS,
  AGENT_CREDENTIALS,
  BROWSER_STORE,
  WALLET,
  SYSTEM_PASSWORDS,
  PROCESS_ENVIRONMENT,
  SERVICE_ACCOUNT,
  KEYCHAIN,
  CREDENTIAL_FOLDER,
];

/** What must not leave the machine, also what honest programs open: the tokens of command lines, records, settings. */
export const CREDENTIAL_PLACES = [...GRAVE_PLACES, TOKEN_FILE, SHELL_HISTORY, BROWSER_HISTORY];
