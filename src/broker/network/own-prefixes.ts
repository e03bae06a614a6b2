/** The networks this machine is part of, in CIDR form. Read for each request: a VPN may come up in the middle of a run. */
export function ownPrefixes(): readonly string[] {
  const interfaces = Object.values(process.getBuiltinModule("node:os").networkInterfaces());
  return interfaces.flatMap((addresses) => addresses ?? []).flatMap(({ cidr }) => cidr ?? []);
}
