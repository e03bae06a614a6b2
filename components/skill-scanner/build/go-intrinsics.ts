import { GO_BASE64_DECODERS, GO_DECODERS_INTO } from "../vocabulary/go-calls.ts";

/** Functions of the package strings and its twin for bytes. */
function ofTexts(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`go.strings.${name}`, `go.bytes.${name}`]);
}

/** Callables of Go whose result the engine works out. The key is the engine's word for them. */
export const GO_INTRINSICS = {
  // what they are given first
  goSame: [
    ":code.same",
    ...["string", "uintptr", "int", "int64", "uint32", "error", "any"].map((name) => `go.${name}`),
    ...["reflect.ValueOf", "io.NopCloser", "io.ReadAll", "io/ioutil.ReadAll", "io.LimitReader", "os.FileMode"].map(
      (name) => `go.${name}`,
    ),
    ...["bufio.NewReader", "bufio.NewScanner", "bufio.NewWriter", "strings.NewReader", "bytes.NewReader"].map(
      (name) => `go.${name}`,
    ),
    ...["bytes.NewBuffer", "bytes.NewBufferString", "os/exec.LookPath", "path/filepath.Abs", "path/filepath.Clean"].map(
      (name) => `go.${name}`,
    ),
    ...["os.ExpandEnv", "os.Expand", "net/url.Parse", "html.UnescapeString"].map((name) => `go.${name}`),
    ...["URI", "URI.parse", "String", "Array", "File.expand_path", "Shellwords.escape", "StringIO.new"].map(
      (name) => `rb.${name}`,
    ),
    ...["URI.encode_www_form_component", "Zlib.GzipReader.new", "Pathname.new", "Pathname"].map((name) => `rb.${name}`),
  ],
  goNew: ["go.new"],
  goBytes: ["go.:bytes"],
  goFormat: [":code.format", "go.fmt.Sprintf", "go.fmt.Errorf", "rb.format", "rb.sprintf"],
  goPrint: ["go.fmt.Sprint", ":code.concat"],
  goJoin: ofTexts("Join"),
  goReplace: ofTexts("Replace", "ReplaceAll"),
  goSplit: ofTexts("Split", "SplitN"),
  goFields: ofTexts("Fields"),
  goLower: ofTexts("ToLower"),
  goUpper: ofTexts("ToUpper"),
  goTrim: ofTexts("TrimSpace", "Trim", "TrimRight", "TrimLeft", "TrimSuffix", "TrimPrefix"),
  goAppend: ["go.append"],
  /** What they write goes into their first argument. */
  goFills: [...GO_DECODERS_INTO, "go.copy", "go.io.ReadFull"],
  goWrites: ["Fprint", "Fprintf", "Fprintln"].map((name) => `go.fmt.${name}`).concat("go.io.WriteString", "go.io.Copy"),
} satisfies Record<string, readonly string[]>;

export const GO_BASE64 = GO_BASE64_DECODERS;
export const GO_HEX = ["go.encoding/hex.DecodeString"];
export const GO_INFLATE = ["go.compress/gzip.NewReader", "go.compress/zlib.NewReader", "go.compress/flate.NewReader"];
export const GO_PATH_JOIN = ["go.path/filepath.Join", "go.path.Join"];

/** What they return holds what they were given. */
export const GO_PASSES = [
  ...["Marshal", "MarshalIndent"].map((name) => `go.encoding/json.${name}`),
  ...["QueryEscape", "PathEscape", "Values"].map((name) => `go.net/url.${name}`),
  ...["StdEncoding", "URLEncoding", "RawStdEncoding", "RawURLEncoding"].map(
    (name) => `go.encoding/base64.${name}.EncodeToString`,
  ),
  "go.encoding/hex.EncodeToString",
  "go.net/http.NewRequest",
  "go.net/http.NewRequestWithContext",
  "go.io.MultiReader",
  "go.io.TeeReader",
];

/** What they return says nothing about what they were given. */
export const GO_OPAQUE = [
  ...["Println", "Printf", "Print"].flatMap((name) => [`go.fmt.${name}`, `go.log.${name}`]),
  ...["Fatal", "Fatalf", "Fatalln"].map((name) => `go.log.${name}`),
  "go.os.Stat",
];
