import type { Inspection } from "../inspect.ts";
import { neutralise } from "./neutralise.ts";

/** The page that `inspect` prints for people. */
export function inspectReport(found: Inspection): string {
  const lines = [
    `Component: ${found.component}`,
    `Digest:    sha256:${found.digest}`,
    `Kind:      ${found.kind}`,
    `Size:      ${found.size} bytes, ${found.core_modules} core module${found.core_modules === 1 ? "" : "s"}`,
    ...section("Imports", found.imports),
    ...section("Exports", found.exports),
    ...(found.functions.length > 0 ? section("Functions", functionLines(found)) : []),
    ...section("Would ask for", found.capabilities),
    ...(found.unsupported.length > 0 ? section("Refused by run (126)", found.unsupported) : []),
  ];
  return `${lines.map((line) => neutralise(line)).join("\n")}\n`;
}

function section(title: string, items: readonly string[]): string[] {
  return [`${title}:`, ...(items.length > 0 ? items.map((item) => `  ${item}`) : ["  none"])];
}

/** As in a WIT file: functions below their interface, then the types that they name. */
function functionLines({ functions, types }: Inspection): string[] {
  const lines: string[] = [];
  let place: string | undefined;
  for (const found of functions) {
    if (found.interface !== place && found.interface !== undefined) lines.push(`${found.interface}:`);
    place = found.interface;
    lines.push(place === undefined ? found.signature : `  ${found.signature}`);
  }
  return [...lines, ...types];
}
