import { GO_LOOKUPS, GO_REQUESTS, GO_SENDS } from "./go-calls.ts";
import { RUBY_LOOKUPS, RUBY_REQUESTS, RUBY_SENDS } from "./ruby-calls.ts";

const VERBS = ["get", "post", "put", "patch", "delete", "head", "options", "request"];
const HTTP_CLIENTS = [
  "requests",
  "requests.api",
  "requests.Session()",
  "requests.session()",
  "requests.sessions.Session()",
  "httpx",
  "httpx.Client()",
  "httpx.AsyncClient()",
  "aiohttp.ClientSession()",
  "urllib3",
  "urllib3.PoolManager()",
  "curl_cffi.requests",
  "cloudscraper.create_scraper()",
  ...["axios", "axios.create()", "got", "got.extend()", "request", "superagent", "needle", "ky", "phin", "wretch"].map(
    (name) => `js.${name}`,
  ),
];

/** Requests of JavaScript, also those whose body is written later. */
const SCRIPT_REQUESTS = [
  "js.fetch",
  "js.axios",
  "js.axios.create()",
  "js.got",
  "js.request",
  "js.needle",
  "js.ky",
  "js.bent()",
  "js.undici.request",
  ...["http", "https"].flatMap((module) =>
    ["get", "request", "request().write", "request().end"].map((name) => `js.${module}.${name}`),
  ),
  "js.http2.connect().request",
  "js.navigator.sendBeacon",
  "js.Image().[]=",
  "js.XMLHttpRequest().open",
  "js.XMLHttpRequest().send",
  "js.$.ajax",
  "js.$.get",
  "js.$.post",
  "js.jQuery.ajax",
];

/** Requests over HTTP: what they are given may leave the machine. */
export const HTTP_REQUESTS = [
  ...HTTP_CLIENTS.flatMap((client) => VERBS.map((verb) => `${client}.${verb}`)),
  "httpx.stream",
  "aiohttp.request",
  "urllib.request.urlopen",
  "urllib.request.urlretrieve",
  "urllib.request.build_opener().open",
  "urllib.request.OpenerDirector().open",
  "urllib.urlopen",
  "urllib.urlretrieve",
  "urllib2.urlopen",
  "six.moves.urllib.request.urlopen",
  "http.client.HTTPConnection().request",
  "http.client.HTTPSConnection().request",
  "httplib.HTTPConnection().request",
  "httplib.HTTPSConnection().request",
  "pycurl.Curl().setopt",
  "wget.download",
  ...SCRIPT_REQUESTS,
  ...GO_REQUESTS,
  ...RUBY_REQUESTS,
];

const SOCKETS = [
  "socket.socket()",
  "socket.create_connection()",
  "ssl.wrap_socket()",
  "ssl.create_default_context().wrap_socket()",
];

const SCRIPT_SOCKETS = [
  "js.net.connect()",
  "js.net.createConnection()",
  "js.net.Socket()",
  "js.tls.connect()",
  "js.WebSocket()",
  "js.ws()",
  "js.ws.WebSocket()",
  "js.dgram.createSocket()",
  "js.socket.io-client()",
  "js.socket.io-client.io()",
  "js.socket.io-client.connect()",
  "js.Deno.connect()",
];

/** What the other end of a connection that was opened from here says, also to a function that is handed over for it. */
export const MESSAGES = [
  ...SCRIPT_SOCKETS.filter((socket) => !socket.includes("dgram")).flatMap((socket) =>
    ["on", "once", "addEventListener", "addListener", "read"].map((verb) => `${socket}.${verb}`),
  ),
  "js.WebSocket().[]=",
  "js.ws().[]=",
  "js.ws.WebSocket().[]=",
  "js.EventSource().[]=",
  "js.EventSource().addEventListener",
  "websocket.create_connection().recv",
  "websocket.WebSocket().recv",
  "websocket.WebSocketApp",
  "websockets.connect().recv",
  "websockets.client.connect().recv",
  "websockets.sync.client.connect().recv",
  "asyncio.open_connection",
  "aiohttp.ClientSession().ws_connect().receive",
  "aiohttp.ClientSession().ws_connect().receive_str",
  "socketio.Client().on",
  "paho.mqtt.client.Client().[]=",
  ...["message_handler", "register_next_step_handler", "callback_query_handler"].map(
    (name) => `telebot.TeleBot().${name}`,
  ),
  ...["discord.Client()", "discord.ext.commands.Bot()"].flatMap((bot) => [
    `${bot}.event`,
    `${bot}.command`,
    `${bot}.listen`,
  ]),
  ...["CommandHandler", "MessageHandler"].map((name) => `telegram.ext.${name}`),
  ...["discord.js.Client()", "telegraf.Telegraf()", "node-telegram-bot-api()", "mqtt.connect()"].flatMap((client) =>
    ["on", "onText", "command", "hears"].map((verb) => `js.${client}.${verb}`),
  ),
];

/** Sending by other means. */
export const OTHER_SENDS = [
  ...SCRIPT_SOCKETS.flatMap((socket) => ["write", "send", "end", "emit"].map((verb) => `${socket}.${verb}`)),
  ...["push", "set", "update"].map((verb) => `js.firebase().child().${verb}`),
  "js.nodemailer.createTransport().sendMail",
  "js.aws-sdk.S3().putObject",
  "js.aws-sdk.S3().upload",
  ...SOCKETS.flatMap((socket) => ["send", "sendall", "sendto", "sendmsg"].map((verb) => `${socket}.${verb}`)),
  "asyncio.open_connection",
  "smtplib.SMTP().sendmail",
  "smtplib.SMTP().send_message",
  "smtplib.SMTP_SSL().sendmail",
  "smtplib.SMTP_SSL().send_message",
  "ftplib.FTP().storbinary",
  "ftplib.FTP().storlines",
  "ftplib.FTP_TLS().storbinary",
  "paramiko.SSHClient().open_sftp().put",
  "websocket.create_connection().send",
  "websocket.WebSocket().send",
  "websockets.connect().send",
  "boto3.client().put_object",
  "boto3.client().upload_file",
  "boto3.client().upload_fileobj",
  "xmlrpc.client.ServerProxy",
  "telnetlib.Telnet().write",
  "ftplib.FTP_TLS().storlines",
  "paramiko.SFTPClient.from_transport().put",
  "paramiko.SFTPClient.from_transport().putfo",
  "paramiko.SSHClient().open_sftp().putfo",
  "websockets.sync.client.connect().send",
  "aiosmtplib.send",
  "paho.mqtt.client.Client().publish",
  "minio.Minio().put_object",
  "minio.Minio().fput_object",
  "dropbox.Dropbox().files_upload",
  "google.cloud.storage.Client().bucket().blob().upload_from_string",
  "google.cloud.storage.Client().bucket().blob().upload_from_filename",
  "telegram.Bot().send_document",
  "telegram.Bot().send_message",
  "telebot.TeleBot().send_document",
  "telebot.TeleBot().send_message",
  "discord.SyncWebhook.from_url().send",
  "discord.Webhook.from_url().send",
  "discord_webhook.DiscordWebhook",
  ...GO_SENDS,
  ...RUBY_SENDS,
];

/** Requests whose host was named when the connection was made. */
export const HTTP_CONNECTIONS = HTTP_REQUESTS.filter((name) =>
  /Connection\(\)\.request$|request\(\)\.(write|end)$/.test(name),
);

/** Bytes, mail and files to whoever is at the other end. */
export const RAW_SENDS = OTHER_SENDS.filter((name) =>
  /^(socket|ssl|smtplib|aiosmtplib|ftplib|telnetlib|js\.(net|tls|dgram|Deno))\b/.test(name),
);

export const SENDS = [...HTTP_REQUESTS, ...OTHER_SENDS];

/** Names that a lookup sends to the name server of whoever owns the domain. */
export const LOOKUPS = [
  "socket.gethostbyname",
  "socket.gethostbyname_ex",
  "socket.getaddrinfo",
  "dns.resolver.resolve",
  "dns.resolver.query",
  "dns.resolver.Resolver().resolve",
  "dns.resolver.Resolver().query",
  "dns.asyncresolver.resolve",
  "aiodns.DNSResolver().query",
  ...GO_LOOKUPS,
  ...RUBY_LOOKUPS,
  ...["lookup", "resolve", "resolve4", "resolve6", "resolveTxt", "resolveAny"].flatMap((name) => [
    `js.dns.${name}`,
    `js.dns.promises.${name}`,
    `js.dns.Resolver().${name}`,
  ]),
];

/** Keywords under which a client's own key is sent to its own service. */
export const CREDENTIAL_KEYWORDS = ["headers", "auth", "cert", "cookies"];
