import { joinPath, type Location, withoutDotDot } from "./host-path.ts";

export type FileFlag = "--allow-fs-read" | "--allow-fs-write";

/**
 * The flag that would grant a path, ready for a shell. The path is the guest's own text, so it is quoted as soon as a
 * shell could see more in it than a name; undefined when no quoting helps: commas separate paths in the flag, and
 * control, bidi and other invisible characters would deceive whoever pastes it.
 */
export function grantFlag(flag: FileFlag, names: Location): string | undefined {
  const text = `${flag}=${joinPath(withoutDotDot(names))}`;
  if (/^[\w@%+=:./-]+$/.test(text)) return text;
  const printable = /^[^,\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u.test(text);
  return printable && process.platform !== "win32" ? `'${text.replaceAll("'", "'\\''")}'` : undefined;
}
