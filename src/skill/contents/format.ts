/** What the first bytes say that a file is. */
export interface Format {
  readonly name: string;
  readonly family: Family;
}

export type Family = "program" | "bytecode" | "archive" | "image" | "media" | "font" | "document" | "pickle" | "data";

interface Signature extends Format {
  readonly at?: number;
  /** Latin-1. */
  readonly bytes: string;
  readonly confirm?: (bytes: Buffer) => boolean;
}

/**
 * The format that the bytes themselves declare; undefined for text and for what is not known.
 *
 * Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures and the specifications of each format.
 */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return SIGNATURES.find(
    ({ at = 0, bytes: magic, confirm }) =>
      buffer[at] === magic.charCodeAt(0) &&
      buffer.length >= at + magic.length &&
      buffer.toString("latin1", at, at + magic.length) === magic &&
      (confirm === undefined || confirm(buffer)),
  );
}

const SIGNATURES: readonly Signature[] = [
  { family: "program", name: "elf program", bytes: "\x7fELF" },
  { family: "program", name: "windows program", bytes: "MZ", confirm: isWindowsProgram },
  { family: "program", name: "macos program", bytes: "\xce\xfa\xed\xfe" },
  { family: "program", name: "macos program", bytes: "\xcf\xfa\xed\xfe" },
  { family: "program", name: "macos program", bytes: "\xfe\xed\xfa\xce" },
  { family: "program", name: "macos program", bytes: "\xfe\xed\xfa\xcf" },
  { family: "program", name: "macos program", bytes: "\xca\xfe\xba\xbe", confirm: (bytes) => !isJavaClass(bytes) },
  { family: "bytecode", name: "java class", bytes: "\xca\xfe\xba\xbe", confirm: isJavaClass },
  { family: "bytecode", name: "webassembly", bytes: "\0asm" },
  { family: "bytecode", name: "python bytecode", at: 2, bytes: "\r\n", confirm: isPythonBytecode },
  { family: "bytecode", name: "dalvik bytecode", bytes: "dex\n0" },
  { family: "bytecode", name: "lua bytecode", bytes: "\x1bLua" },
  { family: "bytecode", name: "llvm bitcode", bytes: "BC\xc0\xde" },
  { family: "archive", name: "zip archive", bytes: "PK\x03\x04" },
  { family: "archive", name: "zip archive", bytes: "PK\x05\x06" },
  { family: "archive", name: "zip archive", bytes: "PK\x07\x08" },
  { family: "archive", name: "gzip archive", bytes: "\x1f\x8b\x08" },
  {
    family: "archive",
    name: "bzip2 archive",
    bytes: "BZh",
    confirm: (bytes) => bytes.toString("latin1", 4, 10) === "1AY&SY",
  },
  { family: "archive", name: "xz archive", bytes: "\xfd7zXZ\0" },
  { family: "archive", name: "zstandard archive", bytes: "\x28\xb5\x2f\xfd" },
  { family: "archive", name: "lz4 archive", bytes: "\x04\x22\x4d\x18" },
  { family: "archive", name: "7z archive", bytes: "7z\xbc\xaf\x27\x1c" },
  { family: "archive", name: "rar archive", bytes: "Rar!\x1a\x07" },
  { family: "archive", name: "cabinet archive", bytes: "MSCF\0\0\0\0" },
  { family: "archive", name: "ar archive", bytes: "!<arch>\n" },
  { family: "archive", name: "rpm archive", bytes: "\xed\xab\xee\xdb" },
  { family: "archive", name: "tar archive", at: 257, bytes: "ustar" },
  { family: "image", name: "png image", bytes: "\x89PNG\r\n\x1a\n" },
  { family: "image", name: "jpeg image", bytes: "\xff\xd8\xff" },
  { family: "image", name: "gif image", bytes: "GIF87a" },
  { family: "image", name: "gif image", bytes: "GIF89a" },
  {
    family: "image",
    name: "webp image",
    bytes: "RIFF",
    confirm: (bytes) => bytes.toString("latin1", 8, 12) === "WEBP",
  },
  {
    family: "image",
    name: "bmp image",
    bytes: "BM",
    confirm: (bytes) => bytes.toString("latin1", 6, 10) === "\0\0\0\0",
  },
  { family: "image", name: "icon", bytes: "\0\0\x01\0", confirm: (bytes) => bytes.length > 22 },
  { family: "image", name: "tiff image", bytes: "II*\0" },
  { family: "image", name: "tiff image", bytes: "MM\0*" },
  { family: "media", name: "video or image", at: 4, bytes: "ftyp" },
  { family: "media", name: "sound", bytes: "RIFF", confirm: (bytes) => bytes.toString("latin1", 8, 12) === "WAVE" },
  { family: "media", name: "sound", bytes: "ID3", confirm: (bytes) => bytes.includes(0) },
  { family: "media", name: "sound", bytes: "OggS\0" },
  { family: "media", name: "sound", bytes: "fLaC\0" },
  { family: "media", name: "video", bytes: "\x1a\x45\xdf\xa3" },
  { family: "font", name: "font", bytes: "wOFF" },
  { family: "font", name: "font", bytes: "wOF2" },
  { family: "font", name: "font", bytes: "OTTO\0" },
  { family: "font", name: "font", bytes: "ttcf\0" },
  { family: "font", name: "font", bytes: "\0\x01\0\0\0", confirm: (bytes) => bytes.length > 12 },
  { family: "document", name: "pdf document", bytes: "%PDF-" },
  { family: "document", name: "ole document", bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { family: "pickle", name: "pickle", bytes: "\x80", confirm: isPickle },
  { family: "data", name: "sqlite database", bytes: "SQLite format 3\0" },
  { family: "data", name: "numpy array", bytes: "\x93NUMPY" },
  { family: "data", name: "hdf5 data", bytes: "\x89HDF\r\n\x1a\n" },
  { family: "data", name: "parquet data", bytes: "PAR1" },
];

/** The PE header lies where the DOS header says; text that begins with MZ has none. */
function isWindowsProgram(bytes: Buffer): boolean {
  if (bytes.length < 0x40) return false;
  const header = bytes.readUInt32LE(0x3c);
  return header + 4 > bytes.length ? bytes.includes(0) : bytes.toString("latin1", header, header + 4) === "PE\0\0";
}

/** The same four bytes begin a macOS program for several processors, of which there are never 45. */
function isJavaClass(bytes: Buffer): boolean {
  return bytes.length >= 8 && bytes.readUInt16BE(6) >= 45;
}

/** The magic numbers of Python 3 are from 3000 on, those of Python 2 from 62000 on: neither begins a text. */
function isPythonBytecode(bytes: Buffer): boolean {
  const high = bytes[1] ?? 0;
  return (high >= 0x0b && high <= 0x0f) || high === 0xf2 || high === 0xf3;
}

/** Protocol 2 to 5, and the STOP opcode at the end. */
function isPickle(bytes: Buffer): boolean {
  const protocol = bytes[1] ?? 0;
  return protocol >= 2 && protocol <= 5 && bytes.at(-1) === 0x2e;
}
