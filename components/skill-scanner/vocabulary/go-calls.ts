// What Go's packages do, by their import paths below `go`.

function below(prefix: string, ...names: readonly string[]): string[] {
  return names.map((name) => `go.${prefix}.${name}`);
}

export const GO_REQUESTS = [
  ...below("net/http", "Get", "Post", "PostForm", "Head", "NewRequest", "NewRequestWithContext"),
  ...["Client()", "DefaultClient"].flatMap((client) =>
    below(`net/http.${client}`, "Do", "Get", "Post", "PostForm", "Head"),
  ),
  ...below("github.com/valyala/fasthttp", "Get", "Post", "Do"),
  ...below("github.com/imroc/req", "Get", "Post"),
];

/** Connections: what is written into them leaves the machine. */
export const GO_SOCKETS = [
  ...below("net", "Dial()", "DialTimeout()", "DialTCP()", "DialUDP()", "DialIP()", "DialUnix()"),
  ...below("crypto/tls", "Dial()", "DialWithDialer()", "Client()"),
  ...below("golang.org/x/net/websocket", "Dial()", "DialConfig()"),
  ...below("nhooyr.io/websocket", "Dial()"),
  ...below("github.com/coder/websocket", "Dial()"),
  ...below("github.com/gorilla/websocket", "DefaultDialer.Dial()", "Dialer().Dial()"),
  ...below("golang.org/x/crypto/ssh", "Dial()"),
];

/** Open the connection. */
export const GO_DIALS = GO_SOCKETS.map((socket) => socket.replace(/\(\)$/, ""));

export const GO_SENDS = [
  ...GO_SOCKETS.flatMap((socket) =>
    ["Write", "WriteString", "WriteMessage", "WriteJSON"].map((verb) => `${socket}.${verb}`),
  ),
  ...below("net/smtp", "SendMail"),
];

export const GO_LOOKUPS = [
  ...below("net", "LookupHost", "LookupIP", "LookupTXT", "LookupAddr", "LookupCNAME", "LookupMX", "LookupNS"),
  ...below("net", "ResolveIPAddr", "ResolveTCPAddr", "ResolveUDPAddr"),
];

export const GO_PROGRAM_STARTERS = [
  ...below("os/exec", "Command", "CommandContext", "Cmd"),
  ...below("os", "StartProcess"),
  ...below("syscall", "Exec", "ForkExec", "StartProcess"),
  ...below("golang.org/x/sys/unix", "Exec"),
];

export const GO_VARIABLE_READS = [...below("os", "Getenv", "LookupEnv"), ...below("syscall", "Getenv")];
export const GO_ENVIRONMENT_COPIES = [...below("os", "Environ"), ...below("syscall", "Environ")];

export const GO_FILE_OPENERS = [
  ...below("os", "Open", "OpenFile", "ReadFile", "ReadDir"),
  ...below("io/ioutil", "ReadFile", "ReadDir"),
];
export const GO_FILE_WRITERS = [...below("os", "WriteFile"), ...below("io/ioutil", "WriteFile")];

/** Files that are open for writing; their names are in them. */
export const GO_OPEN_FILES = below("os", "Create()", "OpenFile()");
export const GO_FILE_WRITES = GO_OPEN_FILES.flatMap((file) => [`${file}.Write`, `${file}.WriteString`]);

const ENCODINGS = ["StdEncoding", "URLEncoding", "RawStdEncoding", "RawURLEncoding", "NewEncoding()"];
const BASES = ["encoding/base64", "encoding/base32"];

/** Their first argument is what is decoded. */
export const GO_BASE64_DECODERS = ENCODINGS.flatMap((name) => below(`encoding/base64.${name}`, "DecodeString"));
/** Their first argument is where the result goes. */
export const GO_DECODERS_INTO = [
  ...BASES.flatMap((base) => ENCODINGS.flatMap((name) => below(`${base}.${name}`, "Decode"))),
  ...below("encoding/hex", "Decode"),
  ...below("crypto/cipher", "NewCBCDecrypter().CryptBlocks", "NewCFBDecrypter().XORKeyStream"),
  ...below("crypto/cipher", "NewCTR().XORKeyStream", "NewOFB().XORKeyStream"),
  ...below("crypto/rc4", "NewCipher().XORKeyStream"),
];
export const GO_DECODERS = [
  ...BASES.flatMap((base) => ENCODINGS.flatMap((name) => below(`${base}.${name}`, "DecodeString", "AppendDecode"))),
  ...BASES.flatMap((base) => below(base, "NewDecoder")),
  ...GO_DECODERS_INTO,
  ...below("encoding/hex", "DecodeString", "NewDecoder"),
  ...below("compress/gzip", "NewReader"),
  ...below("compress/zlib", "NewReader"),
  ...below("compress/flate", "NewReader"),
  ...below("crypto/cipher", "NewGCM().Open"),
];

export const GO_IDENTITY = [
  ...below("os", "Hostname"),
  ...below("os/user", "Current"),
  ...below("net", "Interfaces", "InterfaceAddrs"),
];
