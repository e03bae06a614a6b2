import { malformed, quoted, unsupported } from "./malformed.ts";
import type { Reader } from "./reader.ts";

/**
 * A core import, export, argument or alias name.
 *
 * The generator pastes these names into JavaScript without escaping them, so they are held to characters that mean
 * nothing inside a quoted string, and to sequences that mean nothing inside a comment or a template. Names written by
 * compilers (Rust, clang, SpiderMonkey, QuickJS, AssemblyScript, wit-bindgen) pass.
 */
export function coreName(reader: Reader): string {
  const offset = reader.offset;
  const name = reader.ascii(MAX_CORE_NAME, "core name");
  if (/["'`\\]/.test(name)) throw malformed(offset, `the core name ${quoted(name)} has a quote or a backslash`);
  const marker = CODE_MARKERS.find((text) => name.includes(text));
  if (marker !== undefined) throw malformed(offset, `the core name ${quoted(name)} contains ${marker}`);
  if (SPECIAL_PROPERTIES.has(name)) throw malformed(offset, `the core name ${quoted(name)} is reserved`);
  return name;
}

/** An import or export name of a component, with its leading form byte. */
export function externName(reader: Reader): string {
  const offset = reader.offset;
  const form = reader.u8();
  if (form > LAST_KNOWN_FORM) throw malformed(offset, `unknown form of name 0x${form.toString(16)}`);
  return bareExternName(reader);
}

/** An extern name without form byte, as instantiation arguments and aliases write it. */
export function bareExternName(reader: Reader): string {
  const offset = reader.offset;
  const name = reader.ascii(MAX_EXTERN_NAME, "name");
  if (name.startsWith("[async") || ASYNC_WASI.test(name)) throw unsupported(offset, `WASI 0.3 (${quoted(name)})`);
  if (!isPlainName(name) && !isInterfaceName(name)) {
    throw malformed(offset, `${quoted(name)} is neither a WIT name nor an interface name`);
  }
  return name;
}

/** The label of a parameter, a field, a case or a flag. */
export function label(reader: Reader): string {
  const offset = reader.offset;
  const name = reader.ascii(MAX_EXTERN_NAME, "label");
  if (!isLabel(name)) throw malformed(offset, `${quoted(name)} is not a WIT label`);
  if (SPECIAL_PROPERTIES.has(name)) throw malformed(offset, `the label ${quoted(name)} is reserved`);
  return name;
}

const MAX_CORE_NAME = 1024;
const MAX_EXTERN_NAME = 512;
/** 0x00 and its older spelling 0x01; 0x02 carries attributes that the generator may read and we do not. */
const LAST_KNOWN_FORM = 0x01;
const CODE_MARKERS = ["/*", "*/", "//", "${", "<!--", "-->"];
/** Set or read as a property of an object literal, these would not be plain properties. */
const SPECIAL_PROPERTIES = new Set(["__proto__", "constructor", "prototype"]);
const ASYNC_WASI = /^wasi:[^@]*@0\.3\b/;

const ANNOTATED = /^\[(?:constructor|method|static)\]/;
const VERSION = /^\d[0-9A-Za-z.+-]{0,63}$/;

function isPlainName(name: string): boolean {
  const annotation = ANNOTATED.exec(name)?.[0];
  if (annotation === undefined) return isLabel(name);
  const parts = name.slice(annotation.length).split(".");
  return parts.length === (annotation === "[constructor]" ? 1 : 2) && parts.every(isLabel);
}

/** `namespace:package/interface@version`; url, integrity and dependency names are not among them. */
function isInterfaceName(name: string): boolean {
  const [path = "", version, ...rest] = name.split("@");
  if (rest.length > 0 || (version !== undefined && !VERSION.test(version))) return false;
  const [namespace = "", location, ...more] = path.split(":");
  return location !== undefined && more.length === 0 && [namespace, ...location.split("/")].every(isLabel);
}

function isLabel(name: string): boolean {
  return /^[A-Za-z]/.test(name) && name.split("-").every((fragment) => FRAGMENT.test(fragment));
}

/** One word of a kebab name: one case throughout, digits anywhere (the label's first letter is checked apart). */
const FRAGMENT = /^(?:[a-z0-9]+|[A-Z0-9]+)$/;
