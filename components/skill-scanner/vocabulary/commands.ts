// Command lines, whatever starts them: for `says`.

/** The command begins with the name of a program that is no shell: only what it is given is not known. */
export const NAMED_PROGRAM = /^\s*(cd\s[^\n;&|]*&&\s*)?([a-z][a-z0-9_.+-]*|[^\x00-\x7f]*python3?)\s/i;

/** What these programs are given they show, open or convert: it is no program. */
export const SHOWN_BY_PROGRAM =
  /^\s*(open|xdg-open|echo|printf|say|notify-send|ffmpeg|ffprobe|magick|convert|mpv|vlc|afplay)\s[^|;&`$()<>\n]*$/i;

/** Fetches a program and runs it in one go. */
export const FETCH_AND_RUN =
  /(curl|wget|fetch|iwr|invoke-webrequest|invoke-restmethod|irm)[^\n|;]*\|\s*(sudo\s+)?[\w/]*(bash|sh|zsh|dash|ksh|python[23]?|perl|ruby|node|php|iex|invoke-expression|powershell)(?![\w.])|(bash|sh|source|eval|\.)\s*(-c\s*)?["']*[<$`]\(\s*(curl|wget)|(iex|invoke-expression)[^\n]*(downloadstring|invoke-webrequest|iwr|irm)|certutil(\.exe)?\s+-urlcache|bitsadmin(\.exe)?\s+\/transfer|mshta(\.exe)?\s+["']?https?:|\/i:https?:/i;

/** The same in PowerShell over several lines: what was fetched lies in a variable. */
export const FETCH_THEN_INVOKE =
  /(downloadstring|downloaddata|invoke-webrequest|invoke-restmethod|[^\w-](iwr|irm)\s)[^\x00]*(invoke-expression|[^\w-]iex[\s(]|\[scriptblock\]::create)/i;

export const REVERSE_SHELL =
  /\/dev\/(tcp|udp)\/|(^|[^\w])(nc|ncat|netcat)(\.\w+)?\s[^\n]*-[a-z]*[ec]\s*["']?(\/bin|cmd|bash|sh|powershell)|mkfifo\s[^\n]*\|\s*(nc|ncat|netcat|openssl)|exec:["']?(\/bin|bash|sh|cmd)|(bash|sh|zsh)\s-i\s*[0-9]?[<>&]/i;

export const HIDDEN_POWERSHELL =
  /(powershell|pwsh)(\.exe)?[^\n]*\s[-/](e(c|n|nc|nco[a-z]*)?|w(in[a-z]*)?\s+(h[a-z]*|1))(?![\w-])/i;

/** PowerShell is given a script file as its last word: what it does can be read there. */
export const SCRIPT_GIVEN = /\s[-/]f(i|il|ile)?\s[^\n;|&<>]*$/i;

/** It is given commands as well, or a file from where everybody may write. */
export const SCRIPT_IN_DOUBT = /\s[-/](e(c|n|nc|nco[a-z]*)?|c(o[a-z]*)?)\s|te?mp|public|appdata|\\\\|:\/\//i;

/** Every address is written so that no program can open it, and what comes from there is all that would run. */
export const DEFANGED_DOWNLOAD =
  /^[^;&|\n]*\s-c(ommand)?\s+["'{\s]*\(?(iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod)\s+(-\w+\s+)?["']?hxxps?:\/\/[^\s;&|'"]+["']?\)?(\s*\|\s*(iex|invoke-expression))?["'}\s]*$/i;

export const DESTRUCTION =
  /rm\s+(-[a-z-]+\s+)+["']?(\/(?![\w.])|~(?![\w.])|\$HOME(?![\w.])|\*)|mkfs(\.\w+)?\s|wipefs\s|of=\/dev\/([sh]d|nvme|vd)|>\s*\/dev\/sd[a-z]|:\(\)\s*\{|format\s+c:|(del|erase|rd|rmdir)\s+(\/[a-z]\s+)+["']?([a-z]:[\\/]?["']?(\*|\s|$|(windows|users)(["'\\/]|$))|%(userprofile|systemdrive|systemroot|windir|homedrive)%[\\/]?["']?(\s|$|\*))|vssadmin\s+delete|cipher\s+\/w/i;

export const DEFENCE_DISABLED =
  /setenforce\s+0|(ufw|apparmor|auditd|firewalld|crowdstrike|falcon-sensor|clamav[\w-]*)\s+(disable|stop)|systemctl\s+(stop|disable|mask)\s+(--now\s+)?(firewall|ufw|apparmor|auditd|falcon|defender|clamav)|iptables\s+(-F|--flush)|DisableRealtimeMonitoring|Add-MpPreference\s+-Exclusion|netsh\s+(adv)?firewall\s+set\s|csrutil\s+disable|spctl\s+--master-disable|(history\s+-c|unset\s+HISTFILE|HISTFILE=\/dev\/null)/i;

export const PRIVILEGE =
  /(?<![\w-])sudo\s+(-S|su|bash|sh|-i|chmod|chown|tee|visudo|cp|mv|rm)(?![\w-])|chmod\s+([ug]\+s|[2467]7[0-7]{2})|NOPASSWD|usermod\s+-aG\s+(sudo|wheel|docker)/i;

export const PERSISTENCE =
  /(?<![\w-])crontab\s+(-(?![le])|[^\s-])|\|\s*crontab|(?<![\w-])schtasks(\.exe)?\s+\/create|systemctl\s+(--user\s+)?enable|launchctl\s+(load|bootstrap)|(reg(\.exe)?\s+(add|import|copy)|(New|Set|Copy|Rename)-Item|SetValue|CreateSubKey|RegWrite|[^\w-](sp|ni)\s)[^\n]*CurrentVersion\\+Run|CurrentVersion\\+Run[^\n]*(SetValue|RegWrite|\|\s*(New|Set)-Item)/i;

/** The same in PowerShell over several lines: the key lies in a variable. */
export const RUN_KEY_WRITTEN =
  /CurrentVersion\\+Run[^\n]*\n[^\x00]*((New|Set|Copy|Rename)-Item|SetValue|CreateSubKey|[^\w-](sp|ni)\s)/i;

export const PACKAGE_INSTALL =
  /(?<![\w-])(pip[23]?|pipx|uv pip|uv|poetry|conda|mamba|easy_install)\s+(install|add)\s|(?<![\w-])(npm|pnpm|yarn|bun)\s+(install|i|add)\s+[\w@-]|(?<![\w-])(apt|apt-get|dnf|yum|brew|apk)\s+([\w-]+\s+)*install\s|(?<![\w-])(cargo|go|gem)\s+install\s/i;

export const KEYCHAIN_COMMAND =
  /security\s+(find-(generic|internet)-password|dump-keychain)|secret-tool\s+(lookup|search)|cmdkey\s+\/list|gpg\s+--export-secret|op\s+(item|read)\s|pass\s+show\s/i;

export const SHELL_PROGRAM = /^(\/(usr\/)?bin\/)?(ba|z|da|k|c|fi)?sh$|^cmd(\.exe)?$|^powershell(\.exe)?$|^pwsh$/i;

/** For `string`: without gaps. */
export const MINER =
  /stratum(\+(tcp|ssl|tls))?:\/\/|xmrig|minerd(?!\w)|cryptonight|(?<!\w)nicehash|monerohash|minexmr|supportxmr|coinhive|(?<!\w)randomx(?!\w)/i;

/** Keys that a program is told to log in with, and their public halves. */
export const OWN_KEY =
  /(^|\s)(-i|--key|--cert|-E|--netrc(-file)?|--cacert|--identity|--ssh-key|IdentityFile=)[\s=]+\S*[~/]\S*|\.pub(\s|$)|known_hosts(\s|$)|ssh\/config(\s|$)/;

/** Of rm: the root, the home folder, or all that is in one of them. */
export const WHOLE_TREE =
  /(^| )(\/\*?|~\/?\*?|~\/\.\*|\/(bin|boot|dev|etc|home|lib|opt|root|sbin|srv|sys|usr|var|Users|System|Library|Applications)\/?\*?|[A-Za-z]:\/*(\*(\.\*)?|Windows\/?|Users\/?)?|--no-preserve-root)( |$)/;

/** What people keep in their home folder, whole: `Downloads` and folders of code are cleaned by honest programs. */
export const OWN_FOLDER =
  /(^| |")(~|\/(home|Users)\/[^/ ]+|[A-Za-z]:\/+Users\/+[^/ ]+)\/+(Documents|Desktop|Pictures|Photos|Movies|Music|Videos|Projects|Library|OneDrive|Dropbox|Google Drive|\.ssh|\.gnupg|\.config|\.aws|\.kube)(\/\*{0,2})?("| |$)/;

/** Lines that installers and people put into the files that a shell reads at its start. */
export const USUAL_SETTING =
  /^\s*(#|export [A-Z_]+=|[A-Z_]*PATH=|source ["'$~.]|\. ["'$~]|eval "?\$\((starship|direnv|zoxide|pyenv|rbenv|nodenv|brew|\/\S*brew|conda|mise|fnm|rtx|atuin|ssh-agent|gh|op|uv|thefuck|register-python-argcomplete|_\w+=)|\[ -[sfd] |\[\[ -[sfd] |alias \w+=|autoload |compinit|fpath|complete |if )/;

export const PATH_SETTING = /^\s*(#[^\n]*\n\s*)?(export )?[A-Z_]*PATH=/;
