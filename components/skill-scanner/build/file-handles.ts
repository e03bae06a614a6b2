/** What gives a file that is open, under a name that the system chooses. */
export const TEMPORARY_HANDLES = ["tempfile.NamedTemporaryFile", "tempfile.TemporaryFile"];
/** In memory; what they are made from is in them. */
export const BUFFERS = ["io.BytesIO", "io.StringIO"];
export const ARCHIVES = ["zipfile.ZipFile", "tarfile.open", "tarfile.TarFile", "tarfile.TarFile.open"];
/** What gives a file that is open. */
export const FILE_HANDLES = [
  "builtins.open",
  "io.open",
  "codecs.open",
  "os.fdopen",
  "aiofiles.open",
  "gzip.open",
  "bz2.open",
  "lzma.open",
  ...ARCHIVES,
  "js.fs.createWriteStream",
  "go.os.Create",
  "go.os.OpenFile",
  "rb.open",
  "rb.File.open",
  "rb.File.new",
];
