/** Callables of Ruby whose result the engine works out. The key is the engine's word for them. */
export const RUBY_INTRINSICS = {
  rubyMember: ["method", "const_get", "public_method", "instance_method"].map((name) => `rb.${name}`),
} satisfies Record<string, readonly string[]>;

/** What they return holds what they were given. */
export const RUBY_PASSES = [
  ...["JSON.generate", "JSON.dump", "JSON.pretty_generate", "YAML.dump", "Marshal.dump", "CGI.escape"].map(
    (name) => `rb.${name}`,
  ),
  ...["Base64.encode64", "Base64.strict_encode64", "Base64.urlsafe_encode64", "URI.encode_www_form"].map(
    (name) => `rb.${name}`,
  ),
  ...["Zlib.deflate", "Hash", "ERB.Util.url_encode"].map((name) => `rb.${name}`),
];

/** What they return says nothing about what they were given. */
export const RUBY_OPAQUE = [
  "puts",
  "print",
  "p",
  "pp",
  "warn",
  "raise",
  "File.exist?",
  "File.file?",
  "File.directory?",
].map((name) => `rb.${name}`);

/** Methods of Ruby's values that the engine knows: its word, and the names that it has. */
export const RUBY_METHODS = {
  same: [
    ...["to_s", "to_str", "freeze", "dup", "clone", "b", "itself", "to_sym", "scrub", "force_encoding", "encode"],
    ...["to_a", "flatten", "compact", "sort", "uniq", "read", "body", "string", "to_path"],
  ],
  strip: ["strip", "chomp", "lstrip", "rstrip", "squeeze", "strip!", "chomp!"],
  upcase: ["upcase"],
  downcase: ["downcase"],
  swapcase: ["swapcase"],
  gsub: ["gsub", "sub", "gsub!", "sub!"],
  remove: ["delete"],
  split: ["split"],
  reverse: ["reverse"],
  tr: ["tr", "tr_s"],
  chars: ["chars", "each_char"],
  unpack: ["unpack"],
  unpackOne: ["unpack1"],
  toInteger: ["to_i", "ord"],
  hex: ["hex"],
  format: ["%"],
  join: ["join"],
  map: ["map", "collect", "flat_map", "filter_map"],
  each: ["each", "each_with_index", "each_slice", "reverse_each"],
  pack: ["pack"],
  first: ["first"],
  last: ["last"],
  push: ["push", "append"],
  chr: ["chr"],
  new_: ["new"],
  call: ["call", "()", "yield"],
  hand: ["then", "yield_self", "tap"],
  send: ["send", "public_send", "__send__"],
} satisfies Record<string, readonly string[]>;
