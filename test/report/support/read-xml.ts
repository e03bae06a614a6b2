export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Elements in the order of their start tags. Throws for anything that is not well-formed, or that we would not write. */
export function readXml(text: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  while (rest !== "") {
    const [token = "", close, name = "", attributes = "", empty] =
      /^(?:<(\/)?([a-z]+)((?: [a-z]+="[^"<]*")*)(\/)?>|[^<]+)/.exec(rest) ?? [];
    if (token === "") throw new Error(`not well-formed at ${rest.slice(0, 40)}`);
    rest = rest.slice(token.length);
    if (close === "/") {
      if (open.pop() !== name) throw new Error(`unexpected end of ${name}`);
    } else if (name !== "") {
      elements.push({ name, attributes: readAttributes(attributes) });
      if (empty === undefined) open.push(name);
    } else plain(token);
  }
  if (open.length > 0) throw new Error(`${open} not closed`);
  return elements;
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, plain(value)]),
  );
}

function plain(text: string): string {
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unknown entity ${name}`);
    return character;
  });
}
