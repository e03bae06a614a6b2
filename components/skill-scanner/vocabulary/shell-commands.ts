// Commands of shells by what they do. Names of words behind the command: `sh.git.push`, `sh.base64.-d`; see match.ts.

/** The same commands as canonical names. */
function commands(...names: readonly string[]): string[] {
  return names.map((name) => `sh.${name}`);
}

/** Fetch what lies at an address. */
export const DOWNLOADERS = commands("curl", "wget", "fetch", "aria2c", "lynx", "http", "https", "xh", "axel", "httpie");

/** Send over HTTP what they are given in words or input. */
export const HTTP_SENDERS = commands("curl", "wget", "http", "https", "xh", "lynx");

/** Send by other means. Secure shells are apart: they are given keys to log in with. */
export const RAW_SENDERS = commands(
  ...[
    "nc",
    "ncat",
    "netcat",
    "socat",
    "telnet",
    "ftp",
    "tftp",
    "lftp",
    "openssl.s_client",
    "websocat",
    "croc",
    "wormhole",
  ],
  ...["mail", "mailx", "mutt", "sendmail", "msmtp", "swaks", "ssmtp"],
  ...[
    "aws.s3.cp",
    "aws.s3.sync",
    "aws.s3.mv",
    "aws.s3api.put-object",
    "gsutil.cp",
    "gsutil.rsync",
    "gcloud.storage.cp",
  ],
  ...["az.storage.blob", "rclone.copy", "rclone.copyto", "rclone.sync", "rclone.rcat", "s3cmd.put", "mc.cp", "gh.gist"],
  ...["ipfs.add", "gh.release.upload", "twine.upload", "ffsend", "transfer"],
);

/** Copy files to and from other machines. */
export const REMOTE_COPIERS = commands("scp", "rsync", "sftp", "ssh");

export const SHELL_SENDS = [...HTTP_SENDERS, ...RAW_SENDERS];

/** Ask a name server. */
export const SHELL_LOOKUPS = commands("dig", "nslookup", "host", "drill", "kdig", "ping", "resolvectl.query");

/** Shells that run the text that they read. */
export const SHELLS = commands(
  ...["sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "rbash", "csh", "tcsh", "powershell", "pwsh", "cmd"],
);

/** Code that some interpreter is given: as its input, as a file, as a text, or as the name of a command. */
export const SHELL_CODE = commands(":run-input", ":run-file", ":run-text", ":computed");

/** The same in a document, where somebody reads it first. */
export const SHOWN_CODE = commands(":shown-code");

/** Lines of PowerShell and cmd.exe, as texts. */
export const WINDOWS_LINES = commands(":windows-line");

/** The same as one text. */
export const WINDOWS_TEXTS = commands(":windows-text");

/** Lines for a shell in a document, as one text. */
export const SHOWN_TEXTS = commands(":shown-text");

/** Files that commands are told to write. */
export const SHELL_WRITERS = commands(">", ">>", "tee");

/** Give a file another place; the last word is the new one. */
export const SHELL_COPIERS = commands("cp", "mv", "install", "ln");

/** Open a file and write what is in it. */
export const SHELL_READERS = commands(
  ...["cat", "<", "head", "tail", "less", "more", "strings", "xxd", "base64", "tac", "nl", "od", "hexdump", "grep"],
  ...["awk", "sed", "sqlite3", "cp", "tar", "zip", "7z", "gzip", "openssl", "dd"],
);

/** Turn text that nobody can read into something that somebody can run. */
export const SHELL_DECODERS = commands(
  ...["base64.-d", "base64.-D", "base64.--decode", "base32.-d", "base32.--decode", "basenc.-d", "xxd.-r", "uudecode"],
  ...["openssl.-d", "openssl.base64.-d", "openssl.enc.-d", "openssl.aes-256-cbc.-d", "gpg.-d", "gpg.--decrypt"],
  ...["gunzip", "zcat", "gzip.-d", "gzip.--decompress", "bunzip2", "bzcat", "bzip2.-d", "unxz", "xzcat", "xz.-d"],
  ...["zstd.-d", "rev", "ascii85.-d"],
);

/** Who and where this machine is. */
export const IDENTITY_COMMANDS = commands(
  ...["hostname", "whoami", "id", "uname", "ifconfig", "ip.addr", "ip.a", "logname", "who", "sw_vers", "hostnamectl"],
  ...["system_profiler", "lsb_release", "ipconfig", "systeminfo", "scutil", "dmidecode", "lscpu"],
);

export const CLIPBOARD_COMMANDS = commands(
  "pbpaste",
  "xclip.-o",
  "xsel.-o",
  "xsel.--output",
  "wl-paste",
  "Get-Clipboard",
  "powershell.Get-Clipboard",
  "pwsh.Get-Clipboard",
);

export const SCREEN_COMMANDS = commands(
  "screencapture",
  "scrot",
  "gnome-screenshot",
  "grim",
  "maim",
  "spectacle",
  "import",
);

/** Hand out what a password manager keeps. */
export const PASSWORD_COMMANDS = commands(
  ...["security.find-generic-password", "security.find-internet-password", "security.dump-keychain"],
  ...[
    "security.export",
    "secret-tool.lookup",
    "secret-tool.search",
    "kwallet-query",
    "cmdkey",
    "gpg.--export-secret-keys",
  ],
  ...["gpg.--export-secret-key", "pass.show", "op.read", "op.item.get", "bw.get", "vault.read"],
);

/** Print the token or key that a program of a service is logged in with. */
export const LOGIN_COMMANDS = commands(
  ...["gh.auth.token", "glab.auth.token", "gcloud.auth.print-access-token", "gcloud.auth.print-identity-token"],
  ...["gcloud.auth.application-default.print-access-token", "az.account.get-access-token", "heroku.auth:token"],
  ...["aws.configure.get", "aws.configure.export-credentials", "aws.sts.get-session-token", "npm.token.list"],
  ...["git.credential.fill", "kubectl.config.view", "vault.print.token", "doctl.auth.token"],
  ...["kubectl.get.secrets", "gcloud.iam.service-accounts.keys.create", "vault.kv.get", "doppler.secrets.download"],
  ...["infisical.export", "heroku.config", "oc.get.secrets"],
);

/** Make something start by itself. */
export const PERSISTENCE_COMMANDS = commands(
  ...["launchctl.load", "launchctl.bootstrap", "schtasks", "update-rc"],
  ...["loginctl.enable-linger", "at", "batch", "systemd-run.--on-calendar"],
);

/** Mine coins. */
export const MINERS = commands(
  ...["xmrig", "minerd", "cpuminer", "ethminer", "t-rex", "nbminer", "lolMiner", "cgminer", "bfgminer", "xmr-stak"],
  ...["phoenixminer", "nanominer", "gminer", "srbminer-multi"],
);

/** Install packages. */
export const PACKAGE_INSTALLERS = commands(
  ...["pip.install", "pip3.install", "pipx.install", "uv.pip.install", "uv.add", "uv.tool.install", "poetry.add"],
  ...["conda.install", "mamba.install", "npm.install", "npm.i", "npm.add", "pnpm.add", "pnpm.install", "yarn.add"],
  ...[
    "bun.add",
    "bun.install",
    "apt.install",
    "apt-get.install",
    "dnf.install",
    "yum.install",
    "brew.install",
    "apk.add",
  ],
  ...["cargo.install", "go.install", "gem.install", "pacman.-S", "snap.install"],
);

/** Give an agent another server of tools. */
export const SERVER_ADDING = ["claude", "codex", "gemini", "copilot", "qwen", "opencode"].flatMap((agent) =>
  commands(`${agent}.mcp.add`, `${agent}.mcp.add-json`),
);

/** Those of them that install from npm's and from Python's registry. */
export const NPM_INSTALLERS = PACKAGE_INSTALLERS.filter((name) => /^sh\.(npm|pnpm|yarn|bun)\./.test(name));
export const PYTHON_INSTALLERS = PACKAGE_INSTALLERS.filter((name) => /^sh\.(pip3?|pipx|uv|poetry)\./.test(name));

/** Start a container. */
export const CONTAINER_RUNS = ["docker", "podman", "nerdctl"].flatMap((program) =>
  commands(`${program}.run`, `${program}.create`, `${program}.container.run`),
);
