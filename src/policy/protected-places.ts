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

/** Whether a location (`foldName` of a resolved path, `/` between names) is a credential place or lies below one. */
export function isCredentialPlace(folded: string): boolean {
  credentialPattern ??= placesPattern();
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

const ASCII = /^[\x20-\x7e]*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Built at the first question: a run without a bare grant never asks. */
let credentialPattern: RegExp | undefined;

function placesPattern(): RegExp {
  return new RegExp(`(?:${CREDENTIAL_PLACES.map(placePattern).join("|")})(?:/|$)`, "u");
}

function placePattern(place: string): string {
  const pattern = foldName(place)
    .replaceAll(/[.+^$()|[\]{}]/g, "\\$&")
    .replaceAll("*", "[^/]*");
  return place.startsWith("/") ? `^${pattern}` : `/${pattern}`;
}
