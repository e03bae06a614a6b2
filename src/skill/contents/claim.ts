import type { Family } from "./format.ts";

/** What a name says that a file is; undefined when it says nothing. */
export type Claim = Family | "text";

const CLAIMS: Readonly<Record<Claim, string>> = {
  text: "md mdx txt rst py pyi pyw ipynb js mjs cjs jsx ts mts cts tsx sh bash zsh ksh csh fish command ps1 psm1 psd1 bat cmd vbs rb pl pm php lua tcl awk applescript go rs java c h cpp json jsonc yaml yml toml ini cfg html htm css csv tsv xml svg log",
  image: "png jpg jpeg gif webp bmp ico tif tiff avif heic",
  media: "mp3 mp4 m4a wav ogg flac mov avi mkv webm",
  font: "woff woff2 ttf otf",
  document: "pdf doc xls ppt docx xlsx pptx odt ods odp epub",
  archive: "zip jar whl egg tar gz tgz bz2 xz zst 7z rar",
  program: "exe dll so dylib node pyd o a com sys msi bin",
  bytecode: "pyc pyo class wasm dex",
  pickle: "pkl pickle joblib pt pth ckpt",
  data: "sqlite db npy npz h5 parquet",
};

const BY_EXTENSION: ReadonlyMap<string, Claim> = new Map(
  Object.entries(CLAIMS).flatMap(([claim, list]) => list.split(" ").map((each) => [each, claim as Claim] as const)),
);

export function claimOf(path: string): Claim | undefined {
  const extension = /\.([^./\\!]+)$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : BY_EXTENSION.get(extension);
}

/** Kinds that nobody would run or unpack: what runs must not look like them. */
const HARMLESS: ReadonlySet<Claim> = new Set(["text", "image", "media", "font", "document", "data"]);

export function isHarmless(claim: Claim | undefined): boolean {
  return claim !== undefined && HARMLESS.has(claim);
}
