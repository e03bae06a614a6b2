// What Ruby's methods and libraries do, below `rb`: `A::B.c` is `rb.A.B.c`. `rb.:any` has methods of every object.

function below(prefix: string, ...names: readonly string[]): string[] {
  return names.map((name) => `rb.${prefix}.${name}`);
}

const VERBS = ["get", "post", "put", "patch", "delete", "head"];

export const RUBY_REQUESTS = [
  ...below("Net.HTTP", "get", "post", "post_form", "get_response", "get_print", "put"),
  ...["Net.HTTP.new()", "Net.HTTP.start()"].flatMap((client) =>
    below(client, "request", "get", "post", "put", "send_request", "request_get", "request_post"),
  ),
  ...["HTTParty", "RestClient", "Faraday", "Faraday.new()", "Excon", "Excon.new()", "Typhoeus", "HTTP", "Curl"].flatMap(
    (client) => below(client, ...VERBS),
  ),
  ...below("HTTPClient.new()", "get", "post", "get_content", "post_content"),
  ...below("RestClient.Request", "execute"),
  ...below("Mechanize.new()", "get", "post"),
  ...below("URI", "open"),
];

export const RUBY_SOCKETS = [
  ...below("TCPSocket", "new()", "open()"),
  ...below("UDPSocket", "new()"),
  ...below("Socket", "new()", "tcp()"),
  ...below("OpenSSL.SSL.SSLSocket", "new()"),
];

/** Open the connection. */
export const RUBY_DIALS = RUBY_SOCKETS.map((socket) => socket.replace(/\(\)$/, ""));

export const RUBY_SENDS = [
  ...RUBY_SOCKETS.flatMap((socket) =>
    ["puts", "print", "write", "send", "syswrite", "printf"].map((verb) => `${socket}.${verb}`),
  ),
  ...below("Net.SMTP", "start().send_message", "start().sendmail"),
  ...below("Net.FTP", "open().putbinaryfile", "new().putbinaryfile", "new().puttextfile"),
  ...below("Mail", "deliver"),
];

/** What comes in through a connection. */
export const RUBY_RECEIVES = RUBY_SOCKETS.flatMap((socket) =>
  ["gets", "read", "recv", "readline", "readpartial"].map((verb) => `${socket}.${verb}`),
);

export const RUBY_LOOKUPS = [
  ...below("Resolv", "getaddress", "getaddresses"),
  ...below("Resolv.DNS", "new().getresource", "new().getaddress"),
  ...below("Addrinfo", "getaddrinfo"),
  ...below("Socket", "getaddrinfo", "gethostbyname"),
  ...below("IPSocket", "getaddress"),
];

/** Run Ruby that they are given as text; with a block they run what everybody sees. */
export const RUBY_EVALUATORS = [
  "rb.eval",
  ...["instance_eval", "class_eval", "module_eval"].flatMap((name) => [`rb.${name}`, `rb.:any.${name}`]),
  "rb.RubyVM.InstructionSequence.compile",
];

/** A single text is a line for a shell; several are a program and its words, which are `rb.:words`. */
export const RUBY_SHELL_RUNNERS = [
  ...["system", "exec", "spawn", ":backtick"].map((name) => `rb.${name}`),
  ...below("IO", "popen"),
  ...below("Open3", "capture2", "capture2e", "capture3", "popen2", "popen2e", "popen3", "pipeline"),
  ...below("PTY", "spawn"),
];

export const RUBY_PROGRAM_STARTERS = ["rb.:words"];

export const RUBY_VARIABLE_READS = below("ENV", "[]", "fetch", "delete");
export const RUBY_ENVIRONMENTS = ["rb.ENV"];
export const RUBY_ENVIRONMENT_COPIES = below(
  "ENV",
  ...["to_h", "to_hash", "to_a", "each", "each_pair", "map", "collect", "select", "filter", "reject", "inspect"],
  ...["to_s", "values", "keys", "sort", "sort_by", "filter_map", "reduce", "inject", "each_with_object"],
);

export const RUBY_FILE_OPENERS = [
  "rb.open",
  ...below("File", "read", "open", "new", "readlines", "binread", "foreach"),
  ...below("IO", "read", "readlines", "binread", "foreach"),
  ...below("DATA", "read"),
];
export const RUBY_FILE_WRITERS = [...below("File", "write", "binwrite"), ...below("IO", "write", "binwrite")];
export const RUBY_FILE_WRITES = ["File.open()", "File.new()", "open()"].flatMap((file) =>
  below(file, "write", "puts", "print"),
);
export const RUBY_FILE_COPIERS = [
  ...below("FileUtils", "cp", "copy", "cp_r", "mv", "move"),
  ...below("File", "rename"),
];

export const RUBY_BASE64_DECODERS = below("Base64", "decode64", "strict_decode64", "urlsafe_decode64");
export const RUBY_INFLATERS = below("Zlib", "inflate", "gunzip", "Inflate.new().inflate");
export const RUBY_DECODERS = [
  ...RUBY_BASE64_DECODERS,
  ...RUBY_INFLATERS,
  ...below("Zlib.GzipReader", "new", "wrap"),
  ...below("OpenSSL.Cipher", "new().update", "new().final"),
  ...["unpack", "unpack1"].map((name) => `rb.:any.${name}`),
];

export const RUBY_IDENTITY = [
  ...below("Socket", "gethostname", "ip_address_list", "getifaddrs"),
  ...below("Etc", "getlogin", "getpwuid", "uname"),
];

export const RUBY_INPUTS = ["rb.gets", "rb.readline", "rb.STDIN.gets", "rb.STDIN.read", "rb.STDIN.readline"];

/** RubyGems calls the block when any gem is installed or removed. */
export const GEM_HOOKS = ["Gem", "Gem.Installer"].flatMap((owner) =>
  below(owner, "pre_install", "post_install", "post_build", "pre_uninstall", "post_uninstall"),
);
