import type { ExportedFunction, FunctionType, WitType } from "../engine/wasm/wit-type.ts";
import { SandboxError } from "../errors.ts";
import { Cursor } from "./cursor.ts";
import type { JsValue } from "./js-shape.ts";
import { none, parseValue, separated } from "./parse-value.ts";
import { declarationsText, invocableText, partsOf } from "./wit-text.ts";

export interface ParsedCall {
  readonly found: ExportedFunction;
  /** As the generated glue takes them. */
  readonly values: readonly JsValue[];
}

/**
 * Reads a call in WAVE, `name(value, ...)`, against the functions that a component exports.
 *
 * The name is that of a function at the root, or of one in an interface if only one has it, or both:
 * `ns:pkg/iface@1.0.0#name`, `ns:pkg/iface.name@1.0.0`, `iface.name`. Options at the end may be left out.
 *
 * @throws SandboxError `usage` with the place of a mistake and the signature; `refused` when the function deals in
 * handles of resources, which have no text
 */
export function parseCall(text: string, functions: readonly ExportedFunction[]): ParsedCall {
  if (text.length > MAX_CALL || !text.isWellFormed()) {
    throw new SandboxError("usage", `--invoke: a call is at most ${MAX_CALL} characters of Unicode`);
  }
  const cursor = new Cursor(text);
  cursor.skip();
  const name = cursor.match(/(?:\[(?:constructor|method|static)\])?[^\s("'[{]+/y);
  if (name === undefined) throw cursor.fault("expected the name of a function, as 'name(args)'");
  const found = resolveFunction(name, functions);
  cursor.about = aboutFunction(found);
  refuseHandles(found);
  return { found, values: parseArguments(cursor, found) };
}

const MAX_CALL = 1024 * 1024;

function parseArguments(cursor: Cursor, { parameters }: FunctionType): JsValue[] {
  cursor.expect("(", '"(" after the name');
  const values: JsValue[] = [];
  separated(cursor, ")", () => {
    const parameter = parameters[values.length];
    if (parameter === undefined) throw cursor.fault(`expected ")": the function takes ${count(parameters.length)}`);
    values.push(parseValue(cursor, parameter.type));
  });
  const close = cursor.at - 1;
  for (const { name, type } of parameters.slice(values.length)) {
    if (type.kind !== "option") throw cursor.fault(`the argument ${name} is missing`, close);
    values.push(none(type));
  }
  cursor.skip();
  if (cursor.at < cursor.text.length) throw cursor.fault(`expected the end, found ${cursor.found()}`);
  return values;
}

function count(amount: number): string {
  if (amount === 0) return "no arguments";
  return amount === 1 ? "one argument" : `${amount} arguments`;
}

function resolveFunction(name: string, functions: readonly ExportedFunction[]): ExportedFunction {
  if (name.startsWith("[")) {
    throw new SandboxError(
      "refused",
      `--invoke: ${JSON.stringify(name)} belongs to a resource, and handles have no text`,
    );
  }
  const callable = functions.filter(isCallable);
  const [first, second] = matching(name, callable);
  if (first !== undefined && second === undefined) return first;
  const candidates = first === undefined ? callable : matching(name, callable);
  const problem = first === undefined ? "the component exports no function" : "several interfaces have a function";
  throw new SandboxError("usage", `--invoke: ${problem} ${JSON.stringify(name)}`, {
    details: functionList(candidates),
    hint: first === undefined ? undefined : "name the interface too, as 'ns:pkg/iface#name(args)'",
  });
}

/** What belongs to a resource needs a handle of it first. */
export function isCallable({ name }: ExportedFunction): boolean {
  return !name.startsWith("[");
}

/** How `--invoke` names a function without doubt; undefined when it cannot be called by text. */
export function callName(found: ExportedFunction): string | undefined {
  if (!isCallable(found) || usesHandles(found)) return undefined;
  return found.interface === undefined ? found.name : `${found.interface}#${found.name}`;
}

function matching(text: string, functions: readonly ExportedFunction[]): ExportedFunction[] {
  const root = functions.filter((one) => one.interface === undefined && one.name === text.replace(/^%/, ""));
  if (root.length > 0) return root;
  const { place, name, version } = splitName(text);
  return functions.filter((one) => {
    if (one.name !== name || one.interface === undefined) return false;
    return place === undefined || isPlace(place, version, one.interface);
  });
}

/** `ns:pkg/iface@1.0.0#name`, `iface.name`, or with the version at the end as wasm-wave has it. */
function splitName(text: string): { place: string | undefined; name: string; version: string | undefined } {
  const hash = text.indexOf("#");
  if (hash !== -1) {
    const [place, version] = text.slice(0, hash).split("@");
    return { place, version, name: text.slice(hash + 1).replace(/^%/, "") };
  }
  const [path = "", version] = text.split("@");
  const dot = path.lastIndexOf(".");
  return { place: dot === -1 ? undefined : path.slice(0, dot), version, name: path.slice(dot + 1).replace(/^%/, "") };
}

function isPlace(place: string, wanted: string | undefined, full: string): boolean {
  const [path = "", version] = full.split("@");
  if (wanted !== undefined && wanted !== version) return false;
  return place === path || place === path.split("/").at(-1);
}

/** Lines that show functions and how to call them. */
export function functionList(functions: readonly ExportedFunction[]): string[] {
  if (functions.length === 0) return ["it exports no function that can be called"];
  const shown = functions.slice(0, MAX_LISTED);
  const lines = [...shown.map(invocableText), ...declarationsText(shown).slice(0, MAX_LISTED)];
  return functions.length > shown.length ? [...lines, `… and ${functions.length - shown.length} more`] : lines;
}

const MAX_LISTED = 50;

function aboutFunction(found: ExportedFunction): string[] {
  return [invocableText(found), ...declarationsText([found]).slice(0, MAX_LISTED)];
}

function refuseHandles(found: ExportedFunction): void {
  if (!usesHandles(found)) return;
  throw new SandboxError(
    "refused",
    `--invoke: ${found.name} takes or gives a handle of a resource, which has no text`,
    {
      details: aboutFunction(found),
    },
  );
}

function usesHandles({ parameters, result }: FunctionType): boolean {
  const seen = new Set<WitType>();
  const open: (WitType | undefined)[] = [...parameters.map(({ type }) => type), result];
  while (open.length > 0) {
    const type = open.pop();
    if (type === undefined || seen.has(type)) continue;
    if (type.kind === "own" || type.kind === "borrow" || type.kind === "resource") return true;
    seen.add(type);
    for (const part of partsOf(type)) open.push(part);
  }
  return false;
}
