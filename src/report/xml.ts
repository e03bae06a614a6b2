import { neutralise } from "./neutralise.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Foreign text for element content and quoted attributes of XML and HTML. No `]]>` and no character that XML forbids is left. */
export function escapeXml(text: string, options: { readonly keepNewlines: boolean } = { keepNewlines: false }): string {
  return neutralise(text, options)
    .replace(/[\ufffe\uffff]/g, "\u{fffd}")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
