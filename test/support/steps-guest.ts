import { EVERYTHING } from "./amount.ts";
import { compilerMissing, componentProgram, coreProgram } from "./c-program.ts";
import { cli } from "./cli.ts";

/** One step of `guests/steps.c`: a command and its words, which may hold any bytes. */
export type GuestStep = readonly (string | number | bigint | Uint8Array)[];

export interface Steps {
  readonly code: number;
  /** For each step what it printed, or the name of its error; a run that was ended has fewer answers than steps. */
  readonly answers: readonly string[];
  readonly stderr: string;
}

type Program = readonly [way: string, program: () => Promise<string>];

const COMPONENT: Program = ["a component", () => componentProgram("steps")];
const MODULE: Program = ["a core module", () => coreProgram("steps")];

/**
 * The ways a C program reaches files: through preview 1 itself, or through the component model's interfaces. The gate
 * tries the first, which ends in the same broker; the long tests try both.
 */
export const PROGRAMS: readonly Program[] = EVERYTHING ? [MODULE, COMPONENT] : [MODULE];

export { compilerMissing };

/** Runs a real guest that does these steps, with these flags, by the built command. */
export async function doSteps(
  program: string | (() => Promise<string>),
  flags: readonly string[],
  steps: readonly GuestStep[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Steps> {
  const path = typeof program === "string" ? program : await program();
  const input = steps.map((step) => `${step.map(word).join(" ")}\n`).join("");
  const { code, stdout, stderr } = await cli(["run", ...flags, path], { ...options, input });
  return { code, answers: answersIn(stdout), stderr };
}

export function answersIn(stdout: string): string[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith("> "));
  return lines.map((line) => {
    const [text = "", error] = line.slice(2).split("\x01");
    const said = decodeURIComponent(text.trim());
    return error === undefined ? said : [said, ERRNO[Number(error)] ?? `errno ${error}`].filter(Boolean).join(" ");
  });
}

export function word(value: string | number | bigint | Uint8Array): string {
  const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
  return Array.from(bytes, (byte) => {
    return byte > 0x20 && byte < 0x7f && byte !== 0x25
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}

/** Of preview 1; `folder`: everything that can be done in one. */
export const RIGHTS = { read: 2, write: 64, both: 66, list: 0x4000, folder: 0x1fffffbf } as const;
export const OFLAGS = { none: 0, create: 1, directory: 2, exclusive: 4, truncate: 8 } as const;
export const FDFLAGS = { none: 0, append: 1 } as const;

/** Error numbers of preview 1, in order. */
const ERRNO = (
  "OK E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBADMSG EBUSY ECANCELED ECHILD " +
  "ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTUNREACH EIDRM EILSEQ " +
  "EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR ELOOP EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG ENETDOWN ENETRESET " +
  "ENETUNREACH ENFILE ENOBUFS ENODEV ENOENT ENOEXEC ENOLCK ENOLINK ENOMEM ENOMSG ENOPROTOOPT ENOSPC ENOSYS ENOTCONN " +
  "ENOTDIR ENOTEMPTY ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENXIO EOVERFLOW EOWNERDEAD EPERM EPIPE EPROTO " +
  "EPROTONOSUPPORT EPROTOTYPE ERANGE EROFS ESPIPE ESRCH ESTALE ETIMEDOUT ETXTBSY EXDEV ENOTCAPABLE"
).split(" ");
