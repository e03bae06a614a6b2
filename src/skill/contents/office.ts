/** Parts of a document that hold what a reader sees, notes and comments among it. */
const VISIBLE =
  /^(?:word\/[^/]*|xl\/(?:sharedStrings|comments\d*|worksheets\/[^/]*)|ppt\/(?:slides|notesSlides|comments)\/[^/]*)\.xml$/;

/** The file that makes a zip archive an Office document. https://ecma-international.org/publications-and-standards/standards/ecma-376/ */
export function isOffice(names: readonly string[]): boolean {
  return names.includes("[Content_Types].xml");
}

/** How a part of a document is scanned. What is none of a document's is a file as in any archive: one of its kind makes no document. */
export function officePart(name: string): "text" | "links" | "code" | "file" {
  if (VISIBLE.test(name)) return "text";
  if (/vbaProject\.bin$/i.test(name)) return "code";
  return /\.rels$|^(?:customXml|docProps)\/.*\.xml$/.test(name) ? "links" : "file";
}

/** The text of one part, a paragraph or a cell on each line. */
export function officeText(xml: Buffer): string {
  const [before = "", ...rest] = xml.toString("utf8").split("<");
  const pieces = rest.map((piece) => {
    const end = piece.indexOf(">");
    return (BREAK.test(piece) ? "\n" : "") + (end < 0 ? piece : piece.slice(end + 1));
  });
  return plain(before + pieces.join(""));
}

/** A tag without its `<` at which a line ends. */
const BREAK = /^(?:\/(?:w:p|a:p|si|row|c|comment)>|(?:w:br|w:tab|a:br)\/)/;

function plain(text: string): string {
  return text
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
