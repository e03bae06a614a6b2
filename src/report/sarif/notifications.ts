import type { FileRecord, ScanReport } from "../../scanner/report.ts";
import { ArtifactList } from "./artifacts.ts";
import { message } from "./message.ts";

/** Files that are told of; the JSON lists more. */
const LISTED = 1_000;

/** What was not analysed, and what whoever keeps the configuration should know. */
export function notifications({ skills, notes = [] }: ScanReport): object {
  const gaps = skills.flatMap(({ files }) => files.filter(({ state }) => state !== "analysed")).slice(0, LISTED);
  return {
    toolExecutionNotifications: gaps.map(gap),
    toolConfigurationNotifications: notes.map((note) => ({ level: "note", message: message(note) })),
  };
}

function gap({ file, state, language, reason }: FileRecord): object {
  const what = state === "partly" ? "analysed in part" : "not analysed";
  return {
    level: state === "partly" ? "warning" : "note",
    message: message(`${file ?? "code"} (${language}) was ${what}${reason === undefined ? "" : `: ${reason}`}`),
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: locationOf(file) } }] }),
  };
}

/** By its address alone: a file without results is in no list. */
function locationOf(file: string): object {
  const { index: _, ...address } = new ArtifactList().locationOf(file);
  return address;
}
