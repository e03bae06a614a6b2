import { PREVIEW1, PREVIEW1_FUNCTIONS } from "./preview1/functions.ts";

/** What this host gives a core module: preview1, and nothing else. */
export const MODULE_IMPORTS = PREVIEW1_FUNCTIONS.map((name) => `${PREVIEW1}.${name}`);

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
  "wasi:filesystem/preopens",
  "wasi:filesystem/types",
  "wasi:http/outgoing-handler",
  "wasi:http/types",
  "wasi:io/error",
  "wasi:io/poll",
  "wasi:io/streams",
  "wasi:random/insecure",
  "wasi:random/insecure-seed",
  "wasi:random/random",
  "wasi:sockets/instance-network",
  "wasi:sockets/ip-name-lookup",
  "wasi:sockets/network",
  "wasi:sockets/tcp",
  "wasi:sockets/tcp-create-socket",
  "wasi:sockets/udp",
  "wasi:sockets/udp-create-socket",
] as const;
