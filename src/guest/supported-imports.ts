/** Every interface that this host gives a guest; a component that imports anything else is refused by name. */
export const SUPPORTED_IMPORTS = [
  "sandbox:skill/filesystem-read",
  "sandbox:skill/filesystem-write",
  "sandbox:skill/network",
  "wasi:cli/environment",
  "wasi:cli/exit",
  "wasi:cli/stderr",
  "wasi:cli/stdin",
  "wasi:cli/stdout",
  "wasi:cli/terminal-input",
  "wasi:cli/terminal-output",
  "wasi:cli/terminal-stderr",
  "wasi:cli/terminal-stdin",
  "wasi:cli/terminal-stdout",
  "wasi:clocks/monotonic-clock",
  "wasi:clocks/wall-clock",
  "wasi:io/error",
  "wasi:io/poll",
  "wasi:io/streams",
  "wasi:random/insecure",
  "wasi:random/insecure-seed",
  "wasi:random/random",
] as const;

export type SupportedImport = (typeof SUPPORTED_IMPORTS)[number];
