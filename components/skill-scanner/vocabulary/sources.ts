import { any, argument, equals, given, matches, not, path, receiver, says, source, words } from "../match.ts";
import { DECODERS } from "./decoders.ts";
import {
  ENVIRONMENT_COPIES,
  ENVIRONMENTS,
  SECRET_NAME,
  SHELL_VARIABLE_READS,
  VARIABLE_READS,
} from "./environment-calls.ts";
import { FILE_OPENERS, PATH_READERS } from "./file-calls.ts";
import { GO_DIALS, GO_IDENTITY } from "./go-calls.ts";
import { ISLAND_INPUTS, ISLAND_MACHINE_NAMES, ISLAND_USER_NAMES } from "./island-calls.ts";
import { HTTP_REQUESTS, MESSAGES } from "./network-calls.ts";
import { VERSION_FILE } from "./places.ts";
import { PROMPTS, RESTORING_SECRET } from "./prompts.ts";
import { RUBY_IDENTITY, RUBY_INPUTS, RUBY_RECEIVES } from "./ruby-calls.ts";
import { ISSUED_SECRET, SIGNING_SECRET } from "./service-keys.ts";
import {
  CLIPBOARD_COMMANDS,
  DOWNLOADERS,
  IDENTITY_COMMANDS,
  LOGIN_COMMANDS,
  PASSWORD_COMMANDS,
  SCREEN_COMMANDS,
  SHELL_DECODERS,
  SHELLS,
} from "./shell-commands.ts";

/** Bytes or text that came out of a decoder. */
export const decoded = source("decoded", {
  calls: [...DECODERS, ...SHELL_DECODERS],
  where: not(argument([1, "wbits"], equals(-15))), // what an archive holds
});

/** Texts put together from pieces. */
export const assembled = source("assembled", { operation: "assembled" });

/** A text that was written backwards or in other letters. */
export const disguised = source("disguised", { operation: "disguised" });

/** The path of a file that a download was written to. */
export const savedDownload = source("saved download", { operation: "saved" });

/** What was too much to be worked out. */
export const unfinished = source("unfinished", { operation: "unfinished" });

/** What an exclusive or gives: the homemade cipher. */
export const unmasked = source("unmasked", { operation: "bits" });

/** All environment variables, secrets among them. */
export const environment = source("environment", {
  reads: ENVIRONMENTS,
  calls: [...ENVIRONMENT_COPIES, "sh.env", "sh.printenv", "sh.set"],
  where: not(argument(0, given)),
  exact: true,
});

/** One variable whose name says that it is a secret. */
export const secretVariable = source("secret variable", {
  calls: [...VARIABLE_READS, ...SHELL_VARIABLE_READS],
  where: argument([0, "key"], matches(SECRET_NAME)),
  exact: true,
  credential: "field",
});

/** What no service is ever shown: requests are signed with it. */
export const signingSecret = source("signing secret", {
  calls: [...VARIABLE_READS, ...SHELL_VARIABLE_READS],
  where: argument([0, "key"], says(SIGNING_SECRET)),
  exact: true,
});

/** A key of a well-known service, sent as data and not to show who is asking. */
export const issuedSecret = source("key of a known service", {
  calls: [...VARIABLE_READS, ...SHELL_VARIABLE_READS],
  where: argument([0, "key"], says(ISSUED_SECRET)),
  exact: true,
  credential: "header",
});

/** All files of a repository, with their history, as one stream. */
const PROJECT_PACKED = ["sh.git.bundle", "sh.git.archive"];

/** What is in a file. */
export const fileContents = source("file contents", {
  calls: [...FILE_OPENERS, ...PATH_READERS, "sh.cat", "sh.<", ...PROJECT_PACKED],
  exact: true,
});

/** The file that a package keeps its own version in: build scripts execute or evaluate it. */
export const versionFile = source("version file", {
  calls: [...FILE_OPENERS, ...PATH_READERS],
  where: any(argument([0, "file"], matches(VERSION_FILE)), receiver(matches(VERSION_FILE))),
});

/** What this machine holds and does. */
export const listing = source("listing", {
  calls: [
    "ls",
    "find",
    "tree",
    "ps",
    "netstat",
    "ss",
    "lsof",
    "tail",
    "history",
    "last",
    "dpkg",
    "ifconfig",
    "arp",
  ].map((name) => `sh.${name}`),
  exact: true,
});

/** The names of files that were found by looking through folders, and what was made of them. */
export const foundFiles = source("files that were found", {
  calls: [
    ...["os.walk", "os.scandir", "glob.glob", "glob.iglob", "pathlib.Path().rglob", "pathlib.Path().glob"],
    ...["readdirSync", "readdir", "promises.readdir", "opendirSync"].map((name) => `js.fs.${name}`),
    ...[
      "glob",
      "glob.sync",
      "glob.globSync",
      "glob.glob",
      "fast-glob",
      "fast-glob.sync",
      "globby",
      "globby.globby",
    ].map((name) => `js.${name}`),
    ...["js.globby.globbySync", "js.walkdir.sync", "js.klaw-sync", "rb.Dir.glob", "rb.Find.find"],
    ...["sh.find", ...PROJECT_PACKED],
  ],
});

/** Bytes in a form that fits anywhere. */
export const encoded = source("encoded", {
  calls: [
    "base64.b64encode",
    "base64.urlsafe_b64encode",
    "base64.b32encode",
    "base64.b16encode",
    "binascii.hexlify",
    "binascii.b2a_hex",
    "sh.base64",
    "sh.base32",
    "sh.xxd",
    "sh.od",
    "sh.hexdump",
    "js.btoa",
  ],
  exact: true,
});

/** What a server answered. */
export const downloaded = source("downloaded", {
  calls: [
    ...HTTP_REQUESTS.filter((name) => !name.endsWith(".head") && !name.endsWith("setopt")),
    "http.client.HTTPConnection().getresponse",
    "http.client.HTTPSConnection().getresponse",
    "dns.resolver.resolve",
    "dns.resolver.query",
    "js.dns.promises.resolveTxt",
    "socket.socket().recv",
    "socket.create_connection().recv",
    ...MESSAGES,
    "ftplib.FTP().retrbinary",
    ...GO_DIALS,
    ...RUBY_RECEIVES,
    ...DOWNLOADERS,
  ],
  reads: ["js.:caught.response"], // what a client of HTTP has thrown
});

/** What a person is asked for who restores a wallet: whoever knows it has the money. */
export const promptedSecret = source("secret that a person typed in", {
  calls: [...PROMPTS, "sh.read"],
  where: any(
    argument([0, "prompt", "text", "label", "query"], says(RESTORING_SECRET)),
    argument(["message"], says(RESTORING_SECRET)),
    words(says(RESTORING_SECRET)),
  ),
  exact: true,
});

/** What a person or another program typed in. */
export const outsideInput = source("outside input", {
  calls: ["builtins.input", "builtins.raw_input", "js.prompt", ...RUBY_INPUTS],
  reads: [
    "sys.argv",
    "flask.request",
    "flask.request.args",
    "flask.request.json",
    "js.process.stdin",
    "js.location.search",
    "js.location.hash",
    "go.os.Args",
    "rb.ARGV",
    ...ISLAND_INPUTS,
  ],
  exact: true,
});

/** Who and where this machine is. */
export const hostIdentity = source("host identity", {
  calls: [
    "socket.gethostname",
    "socket.getfqdn",
    "getpass.getuser",
    "os.getlogin",
    "os.uname",
    "platform.node",
    "platform.uname",
    "platform.platform",
    "uuid.getnode",
    "psutil.net_if_addrs",
    ...IDENTITY_COMMANDS,
    "js.os.hostname",
    "js.os.userInfo",
    "js.os.networkInterfaces",
    ...GO_IDENTITY,
    ...RUBY_IDENTITY,
    ...ISLAND_MACHINE_NAMES,
    ...ISLAND_USER_NAMES,
  ],
  reads: [...ISLAND_MACHINE_NAMES, ...ISLAND_USER_NAMES],
  exact: true,
});

/** Nothing but options, or the name of a variable. */
const OF_VARIABLE = (names: RegExp) => any(not(argument(0, given)), argument(0, says(names)));

/** The name of this machine, also from the environment. */
export const machineName = source("name of this machine", {
  calls: [
    ...["socket.gethostname", "socket.getfqdn", "platform.node", "platform.uname", "os.uname"],
    ...["sh.hostname", "sh.uname", "sh.hostnamectl", "sh.systeminfo", "js.os.hostname"],
    ...VARIABLE_READS,
    ...SHELL_VARIABLE_READS,
  ],
  reads: ISLAND_MACHINE_NAMES,
  where: OF_VARIABLE(/^(HOSTNAME|HOST|COMPUTERNAME|[-/]\w+)$/),
  exact: true,
});

/** The name of its user, also from the environment. */
export const userName = source("name of the user", {
  calls: [
    ...["getpass.getuser", "os.getlogin", "js.os.userInfo", "sh.whoami", "sh.id", "sh.logname", "sh.who"],
    ...VARIABLE_READS,
    ...SHELL_VARIABLE_READS,
  ],
  reads: ["pwd.getpwuid()", ...ISLAND_USER_NAMES],
  where: OF_VARIABLE(/^(USER|USERNAME|LOGNAME|[-/]\w+)$/),
  exact: true,
});

/** Where it is in its network, and what it asks for names. */
export const networkPlace = source("place in the network", {
  calls: [
    ...["uuid.getnode", "psutil.net_if_addrs", "netifaces.ifaddresses", "netifaces.interfaces"],
    ...["sh.ifconfig", "sh.ip.addr", "sh.ip.a", "sh.ipconfig", "sh.arp", "sh.netstat", "sh.ss"],
    ...["js.os.networkInterfaces", "js.dns.getServers", "js.os.homedir"],
  ],
  exact: true,
});

/** Single characters made from their numbers. */
export const characterCodes = source("character codes", {
  calls: ["builtins.chr", "builtins.unichr", "js.String.fromCharCode", "js.String.fromCodePoint"],
  exact: true,
});

export const mappedCharacters = source("mapped characters", {
  calls: ["builtins.map"],
  where: argument(0, path("builtins.chr", "builtins.unichr")),
  exact: true,
});

/** A list of numbers as bytes. */
export const numberBytes = source("number bytes", {
  calls: ["builtins.bytes", "builtins.bytearray", "builtins.int().to_bytes", "struct.pack", "array.array"],
  exact: true,
});

/** A module that no import statement names. */
export const fetchedModule = source("fetched module", { operation: "fetched" });

/** A text whose letters were written as numbers: for a shell, in a URL, in HTML. */
export const escapedText = source("escaped text", {
  operation: "escaped",
  calls: ["urllib.parse.unquote", "urllib.parse.unquote_plus", "html.unescape", "html.parser.HTMLParser().unescape"],
  exact: true,
});

export const socketDescriptor = source("socket descriptor", {
  calls: ["socket.socket().fileno", "socket.create_connection().fileno"],
});

export const clipboard = source("clipboard", {
  calls: [
    "pyperclip.paste",
    "pandas.read_clipboard",
    "clipboard.paste",
    "win32clipboard.GetClipboardData",
    "tkinter.Tk().clipboard_get",
    ...CLIPBOARD_COMMANDS,
    "js.clipboardy.read",
    "js.clipboardy.readSync",
    "js.navigator.clipboard.readText",
    "js.copy-paste.paste",
  ],
  exact: true,
});

/** A password or session that a store of the user's handed out. */
export const storedPassword = source("stored password", {
  calls: [
    "keyring.get_password",
    "keyring.get_credential",
    "win32crypt.CryptUnprotectData",
    ...["load", "chrome", "chromium", "firefox", "edge", "brave", "opera", "safari"].map((n) => `browser_cookie3.${n}`),
    "pycookiecheat.chrome_cookies",
    ...PASSWORD_COMMANDS,
    ...LOGIN_COMMANDS,
  ],
  exact: true,
  credential: "field",
});

export const screenshot = source("screenshot", {
  calls: [
    "PIL.ImageGrab.grab",
    "pyautogui.screenshot",
    "mss.mss().grab",
    "mss.mss().shot",
    "pyscreenshot.grab",
    ...SCREEN_COMMANDS,
    "js.screenshot-desktop",
    "js.robotjs.screen.capture",
  ],
  exact: true,
});

/** The file that is running. */
export const ownFile = source("own file", {
  reads: ["builtins.__file__", "inspect.getsourcefile", "js.__filename"],
  exact: true,
});

export const executableBits = source("executable bits", {
  reads: ["stat.S_IEXEC", "stat.S_IXUSR", "stat.S_IXGRP", "stat.S_IXOTH", "stat.S_IRWXU"],
});

/** What a shell writes: tied to a connection, it is a shell for whoever is at the other end. */
export const shellOutput = source("output of a shell", { calls: SHELLS });

/** A connection that the shell itself has opened. */
export const shellConnection = source("connection of a shell", {
  calls: ["sh.<>", "sh.<", "sh.>"],
  where: argument(0, says(/^\/dev\/(tcp|udp)\//)),
});

/** An archive of a folder of the user's, or of the machine's. */
export const homeArchive = source("archive of the home folder", {
  calls: ["sh.tar", "sh.zip", "sh.7z"],
  where: words(says(/(^| )(~|~\/|~\/[\w-]+\/?|~\/\.(config|local)\/?|\/(home|Users)\/?\S*|\/root\/?|\/etc\/?)( |$)/)),
  exact: true,
});

/** What a browser keeps of a session, for the page that asks. */
export const sessionStore = source("session store", {
  reads: ["js.document.cookie", "js.localStorage", "js.sessionStorage"],
  exact: true,
  credential: "field",
});
