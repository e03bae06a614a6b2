/**
 * Names that only the network around this machine answers for: those without a dot (and no address), RFC 6762 (.local), RFC 8375
 * (home.arpa), ICANN (.internal). They open only to a grant that names them.
 */
export function isLocalName(host: string): boolean {
  return !/[.:]/.test(host) || /\.(local|internal|home\.arpa)$/.test(host);
}

/** Whether some subdomain of this name is a local name. */
export function hasLocalNames(host: string): boolean {
  return /(?:^|\.)(?:local|internal|home\.arpa)$|^arpa$/.test(host);
}
