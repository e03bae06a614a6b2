import { resolve } from "node:path";
import { againstBase } from "../gate/against-base.ts";
import { applyBaseline, type BaselineRequest, newBaseline } from "../gate/baseline.ts";
import type { BaselineEntry } from "../gate/baseline-entry.ts";
import type { ScanConfig } from "../gate/config-file.ts";
import { ignoring } from "../gate/ignores.ts";
import { suppress } from "../gate/suppress.ts";
import type { ScanReport } from "../scanner/report.ts";
import type { Subject } from "./subject.ts";

/** Files of the operator, as they were named. */
export interface GateFiles {
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  /** Where a new baseline will be written; what stands there already is kept where it still fits. */
  readonly writeBaseline: string | undefined;
  readonly baselineCoversBlock: boolean;
}

export interface GateRequest extends GateFiles {
  readonly cwd: string;
  /** `2027-01-31`. */
  readonly today: string;
}

export interface Gate {
  readonly config: ScanConfig;
  /** Scans, and leaves to count what nobody accepted. */
  run(): Promise<GatedReport>;
}

export interface GatedReport {
  readonly report: ScanReport;
  /** What the new baseline has; undefined when none is to be written. */
  readonly newBaseline: readonly BaselineEntry[] | undefined;
}

const NOTHING_CONFIGURED: ScanConfig = { failOn: undefined, minScore: undefined, outputs: [], ignores: [] };

/**
 * Reads what the operator says about findings, before anything is scanned.
 *
 * @throws SandboxError `policy` when it cannot be read, or there is anything in it that we do not understand
 */
export async function openGate(subject: Subject, request: GateRequest): Promise<Gate> {
  const notes: string[] = [];
  const config = await readWith(subject, request.config, notes, async (text, name) => {
    const { parseConfig } = await import("../gate/config-file.ts");
    return parseConfig(text, name, resolve(request.cwd, name));
  });
  const baseline = await readWith(subject, request.baseline, notes, async (text, name) => {
    const { parseBaseline } = await import("../gate/baseline-file.ts");
    return parseBaseline(text, name);
  });
  const gate = { config: config ?? NOTHING_CONFIGURED, baseline, notes };
  return { config: gate.config, run: () => runGate(subject, request, gate) };
}

async function readWith<T>(
  subject: Subject,
  name: string | undefined,
  notes: string[],
  parse: (text: string, name: string) => Promise<T>,
): Promise<T | undefined> {
  if (name === undefined) return undefined;
  const read = await subject.read(name);
  if (read.kind === "text") return parse(read.text, name);
  notes.push(read.note);
  return undefined;
}

interface Opened {
  readonly config: ScanConfig;
  readonly baseline: readonly BaselineEntry[] | undefined;
  readonly notes: readonly string[];
}

async function runGate(subject: Subject, request: GateRequest, opened: Opened): Promise<GatedReport> {
  const { report, base } = await subject.scan();
  const own = judge(report, request, opened);
  if (base === undefined) return own;
  const former = judge(base.report, { ...request, writeBaseline: undefined }, opened);
  return { ...own, report: againstBase(own.report, former.report, base.name, base.nameOf) };
}

function judge(scanned: ScanReport, request: GateRequest, { config, baseline, notes }: Opened): GatedReport {
  if (config.ignores.length === 0 && baseline === undefined && request.writeBaseline === undefined) {
    return { report: withNotes(scanned, notes), newBaseline: undefined };
  }
  const { decide, notes: ignoreNotes } = ignoring(config.ignores, request.cwd, request.today);
  const ignored = suppress(scanned, decide);
  const written =
    request.writeBaseline === undefined ? undefined : newBaseline(ignored, asked(request, baseline ?? []));
  const entries = written ?? baseline ?? [];
  const { report, notes: baselineNotes } = applyBaseline(ignored, asked(request, entries));
  return { report: withNotes(report, [...notes, ...ignoreNotes(), ...baselineNotes]), newBaseline: written };
}

function asked(request: GateRequest, entries: readonly BaselineEntry[]): BaselineRequest {
  const name = request.writeBaseline ?? request.baseline ?? "";
  const { cwd, today, baselineCoversBlock: coversBlock } = request;
  return { entries, file: resolve(cwd, name), name, cwd, today, coversBlock };
}

function withNotes(report: ScanReport, notes: readonly string[]): ScanReport {
  return notes.length === 0 ? report : { ...report, notes: [...notes] };
}
