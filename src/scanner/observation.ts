import { clipped, isRecord, listOf, name, position } from "./fields.ts";
import { CONFIDENCES, type Observation, type ObservedStep, SEVERITIES, type Spot } from "./finding.ts";

const CONTEXT_CHARS = 200;
const DESCRIPTION_CHARS = 500;
const WORDS_CHARS = 200;
const FLOW_STEPS = 50;
const LAYERS = 20;

/** One finding of an answer, checked and clipped; undefined when a field is missing or wrong. */
export function readObservation(value: unknown, fileCount: number): Observation | undefined {
  if (!isRecord(value)) return undefined;
  const judgement = readJudgement(value);
  const place = readPlace(value, fileCount);
  const extras = readExtras(value, fileCount);
  const description = clipped(value["description"], DESCRIPTION_CHARS);
  if (judgement === undefined || place === undefined || extras === undefined || description === undefined)
    return undefined;
  return { ...judgement, ...place, description, ...extras };
}

/** The seed's scanners tell neither rule nor confidence. */
function readJudgement(value: Record<string, unknown>) {
  const category = name(value["category"]);
  const rule = value["rule"] === undefined ? category : name(value["rule"]);
  const severity = SEVERITIES.find((known) => known === value["severity"]);
  const confidence = CONFIDENCES.find((known) => known === (value["confidence"] ?? "medium"));
  if (category === undefined || rule === undefined || severity === undefined || confidence === undefined)
    return undefined;
  return { rule, category, severity, confidence };
}

/** The first file, and no column, when the scanner does not tell. */
function readPlace(value: Record<string, unknown>, fileCount: number): (Spot & { file: number }) | undefined {
  const file = value["file"] === undefined ? 0 : position(value["file"], fileCount);
  const line = position(value["line"]);
  const column = value["column"] === undefined ? 0 : position(value["column"]);
  const context = clipped(value["context"], CONTEXT_CHARS);
  const start = position(value["context_column"]);
  if (file === undefined || line === undefined || column === undefined || context === undefined) return undefined;
  return { file, line, column, context, ...(start === undefined ? {} : { context_column: start }) };
}

type Extras = Pick<Observation, "end_column" | "flow" | "layers">;

function readExtras(value: Record<string, unknown>, fileCount: number): Extras | undefined {
  const extras = {
    end_column: position(value["end_column"]),
    flow: listOf(value["flow"], FLOW_STEPS, (step) => readStep(step, fileCount)),
    layers: listOf(value["layers"], LAYERS, (layer) => clipped(layer, WORDS_CHARS)),
  };
  const given = Object.entries(extras).filter(([key]) => value[key] !== undefined);
  return given.some(([, read]) => read === undefined) ? undefined : Object.fromEntries(given);
}

function readStep(value: unknown, fileCount: number): ObservedStep | undefined {
  if (!isRecord(value)) return undefined;
  const place = readPlace(value, fileCount);
  const what = clipped(value["what"], WORDS_CHARS);
  return place === undefined || what === undefined ? undefined : { ...place, what };
}
