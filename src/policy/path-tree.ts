import { sep } from "node:path";

/** Whether an absolute normalised path is a folder or lies below it; names are compared whole, never as text. */
export function liesWithin(path: string, folder: string): boolean {
  if (path === folder) return true;
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
