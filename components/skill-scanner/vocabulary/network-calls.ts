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
];

const SOCKETS = [
  "socket.socket()",
  "socket.create_connection()",
  "ssl.wrap_socket()",
  "ssl.create_default_context().wrap_socket()",
];

/** Sending by other means. */
export const OTHER_SENDS = [
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
];

export const SENDS = [...HTTP_REQUESTS, ...OTHER_SENDS];

/** Names that a lookup sends to the name server of whoever owns the domain. */
export const LOOKUPS = [
  "socket.gethostbyname",
  "socket.gethostbyname_ex",
  "socket.getaddrinfo",
  "dns.resolver.resolve",
  "dns.resolver.query",
  "dns.resolver.Resolver().resolve",
];

/** Keywords under which a client's own key is sent to its own service. */
export const CREDENTIAL_KEYWORDS = ["headers", "auth", "cert", "cookies"];
