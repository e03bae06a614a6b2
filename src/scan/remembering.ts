import { createHash } from "node:crypto";
import type { Reply, Scanner, SourceFile } from "../scanner/scanner.ts";
import type { ResultStore } from "./result-store.ts";

/** The same scanner, which does not read again what it has read before: same scanner, same files, same answer. */
export function remembering<S extends Scanner>(scanner: S, store: ResultStore): S {
  return {
    ...scanner,
    scan: async (files: readonly SourceFile[]): Promise<Reply> => {
      const key = keyOf(scanner.identity.digest, files);
      const known = store.load(key, files.length);
      if (known !== undefined) return known;
      const reply = await scanner.scan(files);
      if (reply.kind === "findings") store.keep(key, reply);
      return reply;
    },
  };
}

/** Lengths stand before what they count, so that no two lists of files look alike. */
function keyOf(digest: string, files: readonly SourceFile[]): string {
  const hash = createHash("sha256").update(`${digest}\0${files.length}\0`);
  for (const { path, content } of files) hash.update(`${path.length}\0${path}${content.length}\0`).update(content);
  return hash.digest("hex");
}
