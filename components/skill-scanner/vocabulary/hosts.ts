// Hosts by what they are used for. Names that are common words end where a host name ends.

const CATCHER = String.raw`webhook\.site|requestbin\.(com|net|io)|requestb\.in|pipedream\.net|hookbin\.com|beeceptor\.com|requestcatcher\.com|interact\.sh|interactsh\.com|oast\.(pro|live|site|online|fun|me|us|today)|oastify\.com|burpcollaborator\.net|canarytokens\.(com|org)|dnslog\.(cn|link)|ceye\.io|mockbin\.(org|io)|postb\.in|httpdump\.app|webhook\.cool|typedwebhook\.tools|smee\.io|dnsbin\.zhack\.ca|requestinspector\.com|ptsv[23]\.com|putsreq\.com`;

/** Catch whatever is sent to them and show it to whoever made the address. */
export const CATCHERS = new RegExp(String.raw`(?<![\w-])(${CATCHER})(?![\w-])`, "i");

/** The same in an address that could be used: their bare name receives nothing. */
export const CATCHER_ADDRESS = new RegExp(
  String.raw`(\/\/|@|[\w-]\.)(${CATCHER})(?![\w-])|(?<![\w-])(${CATCHER})\/[\w-]{4}`,
  "i",
);

/** Lead to a machine behind somebody's firewall. */
export const TUNNELS =
  /(?<![\w-])(ngrok\.(io|com|app|dev)|ngrok-free\.(app|dev)|trycloudflare\.com|serveo\.net|localhost\.run|lhr\.life|loca\.lt|localtunnel\.me|bore\.pub|tunnelmole\.net|telebit\.io|pagekite\.me|localxpose\.io|loclx\.io|pinggy\.(io|link|online)|zrok\.io|portmap\.io|devtunnels\.ms|playit\.gg)(?![\w-])/i;

/** Keep a text or file for anybody who has its address. */
export const PASTES =
  /(?<![\w-])(pastebin\.com|pastebin\.pl|paste\.ee|hastebin\.com|ghostbin\.(com|co)|rentry\.(co|org)|dpaste\.(com|org)|0x0\.st|termbin\.com|ix\.io|sprunge\.us|transfer\.sh|file\.io|anonfiles?\.com|gofile\.io|catbox\.moe|bashupload\.com|temp\.sh|paste\.rs|controlc\.com|justpaste\.it|privatebin\.net|sendspace\.com|oshi\.at|tmpfiles\.org|filebin\.net|pixeldrain\.com|keep\.sh|bayfiles\.com|uguu\.se|wetransfer\.com|paste\.c-net\.org|glot\.io|textbin\.net|friendpaste\.com)(?![\w-])/i;

/** Write into a chat for whoever knows the address. */
export const CHAT_HOOKS =
  /(?<![\w-])(discord(app)?\.com\/api\/(v\d+\/)?webhooks|discordapp\.com|hooks\.slack\.com|api\.telegram\.org|webhook\.office\.com|maker\.ifttt\.com|hooks\.zapier\.com|open\.feishu\.cn\/open-apis\/bot|oapi\.dingtalk\.com\/robot|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook)/i;

export const HIDDEN_SERVICE = /[a-z2-7]\.onion(?![\w-])/i;

/** Anybody may own the name, and move it to another address at any time. */
export const DYNAMIC_NAMES =
  /\.(duckdns\.org|no-ip\.(org|com|biz)|noip\.me|ddns\.net|hopto\.org|zapto\.org|sytes\.net|dynu\.net|freeddns\.org|dyndns\.(org|com)|myftp\.(org|biz)|afraid\.org|nip\.io|sslip\.io)(?![\w-])/i;

export const SHORTENERS =
  /\/\/(www\.)?(bit\.ly|tinyurl\.com|t\.ly|is\.gd|v\.gd|cutt\.ly|rb\.gy|shorturl\.at|goo\.gl|ow\.ly|rebrand\.ly|tiny\.cc|t\.co)\//i;

export const METADATA_SERVICE =
  /169\.254\.169\.254($|[^/\d]|\/[^\d])|169\.254\.170\.2|metadata\.google\.internal|fd00:ec2::254|100\.100\.100\.200|metadata\.azure\.(com|internal)/i;

const URL_START = String.raw`(?:\/\/|@)`;
const NUMBER = String.raw`\.\d+`;
const ADDRESS_END = String.raw`(?![\d.])`;

/** First numbers of addresses that belong to this machine, a private network or this link are left out. */
const PUBLIC_START = [
  String.raw`(?:[1-9]|1[1-9]|[2-9]\d|1[01]\d|12[0-6]|12[89]|1[3-5]\d|16[0-8]|17[01]|17[3-9]|18\d|19[01]|19[3-9]|2[01]\d|22[0-3])\.\d+`,
  String.raw`172\.(?:\d|1[0-5]|3[2-9]|[4-9]\d|[12]\d\d)`,
  String.raw`192\.(?:\d{1,2}|1[0-57-9]\d|16[0-79]|2\d\d)`,
].join("|");
const PRIVATE_START = String.raw`10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01])`;

/** A URL whose host is a number, in the public part of the internet. */
export const NUMBERED_HOST = new RegExp(`${URL_START}(?:${PUBLIC_START})${NUMBER}${NUMBER}${ADDRESS_END}`, "i");

/** The same without 1.1.1.1, 8.8.8.8, 9.9.9.9 and 208.67.222.222: name servers by which one asks whether there is a network. */
const OBSCURE_START = [
  String.raw`(?:[2-7]|1[1-9]|[2-9]\d|1[01]\d|12[0-6]|12[89]|1[3-5]\d|16[0-8]|17[01]|17[3-9]|18\d|19[01]|19[3-9]|20[0-79]|21\d|22[0-3])\.\d+`,
  String.raw`172\.(?:\d|1[0-5]|3[2-9]|[4-9]\d|[12]\d\d)`,
  String.raw`192\.(?:\d{1,2}|1[0-57-9]\d|16[0-79]|2\d\d)`,
  String.raw`1\.(?:[2-9]|\d\d+)|8\.(?:[0-79]|\d\d+)|9\.(?:[0-8]|\d\d+)|208\.(?:\d|[0-57-9]\d|6[0-689]|\d\d\d)`,
].join("|");

/** A URL whose host is a number that says nothing to a reader. */
export const OBSCURE_HOST = new RegExp(`${URL_START}(?:${OBSCURE_START})${NUMBER}${NUMBER}${ADDRESS_END}`, "i");

/** An address of the newer protocol as a host begins like this; and all of it. */
export const BRACKET = /(?:\/\/|@)\[[0-9a-f:]/i;
export const BRACKETED_HOST = /(?:\/\/|@)\[[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]/i;

/** Ask for nothing but the public address of whoever asks. */
export const ADDRESS_ECHOES =
  /(?<![\w.-])(ip\.me|ipify\.org|api(64)?\.ipify\.org|ifconfig\.(me|co|io)|icanhazip\.com|ipinfo\.io|ip-api\.com|ipecho\.net|ident\.me|checkip\.(amazonaws\.com|dyndns\.org)|whatismyip\.(com|org|net)|wtfismyip\.com|myexternalip\.com|ipapi\.co|ip\.sb|myip\.(com|is)|httpbin\.org\/ip)(?![\w-])/i;

/** Tell whoever made the link who opens it. */
export const VISITOR_LOGGERS =
  /(?<![\w-])(grabify\.(link|icu)|iplogger\.(org|com|ru|co)|2no\.co|yip\.su|blasze\.(com|tk)|ps3cfw\.com|urlto\.me|iplis\.ru|ezstat\.ru|ipgrab\.org|leancoding\.co|catsnthing\.com|stopify\.co)(?![\w-])/i;

const FREE_NAME = String.raw`(tk|ml|ga|cf|gq|pw|icu|cyou|cfd|sbs|monster|quest|bond)(?![\w.-])`;
const FREE_HOST = String.raw`(workers\.dev|pages\.dev|repl\.co|000webhostapp\.com|herokuapp\.com|firebaseio\.com|comlu\.com)(?![\w-])`;

/** Names that cost nothing, or next to nothing, and are given up after a few days; hosting that asks no names. */
export const THROWAWAY_NAME = new RegExp(String.raw`\.(${FREE_NAME}|${FREE_HOST})`, "i");

/** The same as the host of a URL. */
export const THROWAWAY_HOST = new RegExp(String.raw`https?:\/\/([\w-]+\.)+(${FREE_NAME}|${FREE_HOST})`, "i");

export const PRIVATE_NUMBERED_HOST = new RegExp(
  `${URL_START}(?:${PRIVATE_START})${NUMBER}${NUMBER}${ADDRESS_END}`,
  "i",
);

/** An address and nothing else, as `socket.connect` takes it. */
export const BARE_ADDRESS = new RegExp(`^(?:${PUBLIC_START})${NUMBER}${NUMBER}$`);

/** An address in a notation that people do not read: one number, hexadecimal, octal. */
export const DISGUISED_ADDRESS = /\/\/(?:0x[0-9a-f]{6,8}|[1-4]\d{8,9}|0[0-7]{3}(?:\.0[0-7]{1,3}){3})(?![\w.-])/i;

/** A URL whose host is a name, or a place for one, other than this machine. */
export const NAMED_HOST = /https?:\/\/(?:[a-km-z]|l[a-np-z0-9]|lo[abd-z0-9]|[[<{][a-z]{3})/i;

/** The place of an address that somebody has taken out, as from a sample. */
const TAKEN_OUT = /^["']?[[<{](redacted|defanged|removed|neutrali[sz]ed|sanitized)/i;

/** Somewhere else than on this machine. */
export const ELSEWHERE = [NAMED_HOST, NUMBERED_HOST, TAKEN_OUT];

/** Whoever wrote the name says what it is for. Labels as a whole, or parts of them between hyphens. */
export const HOSTILE_NAME =
  /:\/\/([\w.-]*[.-])?(evil|attackers?|malicious|malware|exfil|stealers?|bad-actor|c2-server)([.-][\w.-]*)?([:/?"' ]|$)|:\/\/c2\.[\w-]+\.\w/i;

/** Whatever is sent there, somebody can collect who is not known. */
export const DROP_HOSTS = [CATCHERS, TUNNELS, PASTES, CHAT_HOOKS, NUMBERED_HOST, HIDDEN_SERVICE];

/** Any https URL. */
export const HTTPS_URL = /https:\/\/[a-z0-9-]/i;

/** Nobody answers for what comes from there: shortened links, names that anybody may own, numbers in disguise, no encryption. */
export const UNACCOUNTABLE_HOST = new RegExp(
  [
    SHORTENERS.source,
    DYNAMIC_NAMES.source,
    DISGUISED_ADDRESS.source,
    String.raw`http:\/\/(?:[a-km-z]|l[a-np-z0-9]|lo[abd-z0-9])`,
  ].join("|"),
  "i",
);
