import type { WitType } from "../engine/wasm/wit-type.ts";

/** A value as the generated glue takes and gives it. */
export type JsValue = undefined | boolean | number | bigint | string | readonly JsValue[] | JsRecord;

export interface JsRecord {
  readonly [key: string]: JsValue;
}

/** The name under which the glue has a function, a field or a flag: `get-HTTP2` is `getHttp2`. */
export function jsName(name: string): string {
  const [first = "", ...others] = name.toLowerCase().split("-");
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/**
 * Whether the glue writes this option as `{ tag: "some" | "none" }`: `undefined` for none would be ambiguous where what
 * is inside may be `undefined` too.
 */
export function isTagged(option: WitType & { readonly kind: "list" | "option" }): boolean {
  const { of } = option;
  return of.kind === "option" && !isTagged(of);
}
