import { sep } from "node:path";

/**
 * The places that a bare `--allow-fs-read` or `--allow-fs-write` does not open: secrets, and what tells where secrets are.
 * Each opens only to a grant that names it, or something below it.
 *
 * With a leading slash a place is that absolute path; without one it is refused below every folder, because homes are
 * found in many places (`/home`, `/root`, `/Users`, a backup, a mounted disk). `*` stands for part of one name.
 */
export const CREDENTIAL_PLACES: readonly string[] = [
  // Keys, tokens and clouds
  ".ssh",
  ".gnupg",
  ".aws",
  ".azure",
  ".kube",
  ".docker",
  ".oci",
  ".config/gcloud",
  ".config/doctl",
  ".config/rclone",
  ".config/gh",
  ".config/hub",
  ".config/op",
  ".config/sops",
  ".config/containers/auth.json",
  ".terraform.d/credentials.tfrc.json",
  ".vault-token",
  ".s3cfg",
  ".boto",
  ".databrickscfg",
  ".kaggle",
  ".cache/huggingface/token",
  ".claude/.credentials.json",
  ".codex/auth.json",
  // Package managers and version control
  ".netrc",
  "_netrc",
  ".npmrc",
  ".yarnrc.yml",
  ".pypirc",
  ".git-credentials",
  ".config/git/credentials",
  ".gem/credentials",
  ".cargo/credentials",
  ".cargo/credentials.toml",
  ".m2/settings.xml",
  ".gradle/gradle.properties",
  ".composer/auth.json",
  ".config/composer/auth.json",
  // Databases
  ".pgpass",
  ".my.cnf",
  ".mylogin.cnf",
  // Keyrings and password stores
  ".password-store",
  ".pki",
  ".local/share/keyrings",
  ".local/share/kwalletd",
  ".gnome2/keyrings",
  ".config/1Password",
  ".config/Bitwarden",
  ".Xauthority",
  "*.kdbx",
  "Library/Keychains",
  "AppData/Local/Microsoft/Credentials",
  "AppData/Local/Microsoft/Vault",
  "AppData/Roaming/Microsoft/Credentials",
  "AppData/Roaming/Microsoft/Crypto",
  "AppData/Roaming/Microsoft/Protect",
  "AppData/Roaming/Microsoft/Vault",
  // Browser and mail profiles
  ".mozilla",
  ".thunderbird",
  ".config/google-chrome",
  ".config/chromium",
  ".config/BraveSoftware",
  ".config/microsoft-edge",
  ".config/opera",
  ".config/vivaldi",
  "snap/chromium",
  "snap/firefox",
  ".var/app/com.google.Chrome",
  ".var/app/org.chromium.Chromium",
  ".var/app/org.mozilla.firefox",
  "Library/Application Support/BraveSoftware",
  "Library/Application Support/Chromium",
  "Library/Application Support/Firefox",
  "Library/Application Support/Google/Chrome",
  "Library/Application Support/Microsoft Edge",
  "Library/Cookies",
  "Library/Safari",
  "AppData/Local/BraveSoftware",
  "AppData/Local/Google/Chrome",
  "AppData/Local/Microsoft/Edge",
  "AppData/Roaming/Mozilla",
  // Shell and console history
  ".bash_history",
  ".zsh_history",
  ".zhistory",
  ".ash_history",
  ".sh_history",
  ".history",
  ".local/share/fish/fish_history",
  ".python_history",
  ".node_repl_history",
  ".psql_history",
  ".mysql_history",
  ".sqlite_history",
  ".rediscli_history",
  ".lesshst",
  ".viminfo",
  // The machine's own
  "/etc/shadow",
  "/etc/shadow-",
  "/etc/gshadow",
  "/etc/gshadow-",
  "/etc/master.passwd",
  "/private/etc/master.passwd",
  "/etc/sudoers*",
  "/etc/security/opasswd",
  "/etc/ssh/ssh_host_*_key",
  "/etc/ssl/private",
  "/etc/pki/tls/private",
  "/etc/letsencrypt",
  "/etc/krb5.keytab",
  "/etc/kubernetes",
  "/etc/rancher",
  "/etc/NetworkManager/system-connections",
  "/etc/wireguard",
  "/etc/ipsec.secrets",
  "/etc/ppp/chap-secrets",
  "/run/secrets",
  "/var/run/secrets",
  "/run/credentials",
  "/var/lib/kubelet",
  "/var/lib/NetworkManager/secret_key",
  "/var/db/dslocal",
  "/Library/Keychains",
];

/**
 * The places where what is written is executed or believed later, by programs that know nothing of this sandbox: hooks,
 * start-up files of shells and sessions, settings of editors and agents, schedules. Spelled like `CREDENTIAL_PLACES`.
 * None is written under any grant, unless the grant names it, or something below it.
 */
export const EXECUTED_LATER: readonly string[] = [
  // Version control and its hooks
  ".git",
  ".gitconfig",
  ".config/git",
  ".hg",
  ".husky",
  ".githooks",
  ".pre-commit-config.yaml",
  // CI
  ".github/workflows",
  ".gitlab-ci.yml",
  ".circleci",
  // Shells
  ".bashrc",
  ".bash_profile",
  ".bash_login",
  ".bash_logout",
  ".bash_aliases",
  ".profile",
  ".zshrc",
  ".zshenv",
  ".zprofile",
  ".zlogin",
  ".zlogout",
  ".kshrc",
  ".cshrc",
  ".tcshrc",
  ".login",
  ".inputrc",
  ".config/fish",
  ".config/nushell",
  ".envrc",
  ".direnvrc",
  ".tmux.conf",
  ".screenrc",
  // Editors and agents
  ".vscode",
  ".idea",
  ".cursor",
  ".cursorrules",
  ".windsurfrules",
  ".mcp.json",
  ".claude",
  ".claude.json",
  ".codex",
  ".gemini",
  ".vimrc",
  ".vim",
  ".config/nvim",
  ".emacs",
  ".emacs.d",
  ".devcontainer",
  // Programs that load code from the home
  ".ssh",
  ".gnupg",
  ".npmrc",
  ".yarnrc",
  ".yarnrc.yml",
  ".pypirc",
  ".pythonrc",
  ".config/pip",
  ".pip",
  ".cargo/config",
  ".cargo/config.toml",
  ".cargo/bin",
  ".local/bin",
  ".gdbinit",
  ".lldbinit",
  ".irbrc",
  ".perlrc",
  ".Rprofile",
  "usercustomize.py",
  "sitecustomize.py",
  "node_modules/.bin",
  // Sessions and schedules
  ".config/autostart",
  ".config/systemd",
  ".config/environment.d",
  ".local/share/systemd",
  ".local/share/applications",
  ".xprofile",
  ".xinitrc",
  ".xsession",
  ".xsessionrc",
  ".pam_environment",
  ".crontab",
  "Library/LaunchAgents",
  "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup",
  "/etc",
  "/var/spool/cron",
  "/var/spool/at",
  "/usr/local/bin",
  "/usr/bin",
  "/usr/lib",
  "/bin",
  "/sbin",
  "/lib",
  "/boot",
  "/Library/LaunchAgents",
  "/Library/LaunchDaemons",
];

/** Whether a location is such a place or lies below one. */
export function isExecutedLater(folded: string): boolean {
  executedPattern ??= placesPattern(EXECUTED_LATER);
  return executedPattern.test(folded);
}

/** Whether such a place lies below a folder of that name, so that giving a folder the name, or taking it away, makes or hides one. */
export function leadsToExecutedLater(folded: string): boolean {
  leadingPattern ??= placesPattern(EXECUTED_LATER.flatMap(foldersAbove), "$");
  return leadingPattern.test(folded);
}

/** `.config` of `.config/autostart`. */
function foldersAbove(place: string): string[] {
  const end = place.lastIndexOf("/");
  if (end <= 0) return [];
  const above = place.slice(0, end);
  return [above, ...foldersAbove(above)];
}

/** Whether a location (`foldName` of a resolved path, `/` between names) is a credential place or lies below one. */
export function isCredentialPlace(folded: string): boolean {
  credentialPattern ??= placesPattern(CREDENTIAL_PLACES);
  return credentialPattern.test(folded);
}

/**
 * One spelling for all names that some file system takes for the same: upper and lower case (NTFS, APFS, ext4 with
 * casefold), compatibility forms, and the invisible code points that HFS+ ignores.
 */
export function foldName(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.normalize("NFKC").replaceAll(IGNORABLE, "").toLowerCase().normalize("NFKC");
}

/** A normalised absolute path with each name in that spelling, and `/` between them. */
export function foldPath(path: string): string {
  return path.split(sep).map(foldName).join("/");
}

const ASCII = /^[\x20-\x7e]*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Built at the first question: a run without a bare grant never asks. */
let credentialPattern: RegExp | undefined;
let executedPattern: RegExp | undefined;
let leadingPattern: RegExp | undefined;

function placesPattern(places: readonly string[], end = "(?:/|$)"): RegExp {
  return new RegExp(`(?:${places.map(placePattern).join("|")})${end}`, "u");
}

function placePattern(place: string): string {
  const pattern = foldName(place)
    .replaceAll(/[.+^$()|[\]{}]/g, "\\$&")
    .replaceAll("*", "[^/]*");
  return place.startsWith("/") ? `^${pattern}` : `/${pattern}`;
}
