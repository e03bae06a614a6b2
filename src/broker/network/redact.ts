/** Longest URL shown, in characters; the rest of a path is no help to a reader of the log. */
const SHOWN = 2048;

/**
 * A URL fit for the log, the guest and the terminal: canonical, without user name, password, query and fragment, which
 * may hold secrets. Text that is no URL, and the inside of URLs without a host (`data:`), is not shown at all.
 */
export function redactUrl(text: string, base?: URL): string {
  const url = URL.parse(text, base);
  if (url === null) return "(not a URL)";
  if (url.host === "") return `${url.protocol}…`;
  const shown = `${url.protocol}//${url.host}${url.pathname}`;
  if (shown === `${text}/`) return text;
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
}
