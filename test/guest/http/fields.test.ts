import { describe, expect, test } from "vitest";
import { Fields } from "../../../src/guest/wasi/http/fields.ts";
import { OutgoingRequest } from "../../../src/guest/wasi/http/outgoing-request.ts";
import { OutgoingResponse } from "../../../src/guest/wasi/http/outgoing-response.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What the error case of a function's result holds: it is thrown, and may be undefined. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return { thrown: error };
  }
  return undefined;
}

describe("fields", () => {
  test("are found in any case and keep the one that they were written in", () => {
    const fields = Fields.fromList([
      ["X-One", utf8("1")],
      ["x-one", utf8("2")],
      ["Y", utf8("")],
    ]);
    expect(fields.get("x-ONE").map((value) => Buffer.from(value).toString())).toEqual(["1", "2"]);
    expect([fields.has("y"), fields.has("z"), fields.has("not a name"), fields.get("not a name")]).toEqual([
      true,
      false,
      false,
      [],
    ]);
    fields.set("X-one", [utf8("3")]);
    expect(fields.entries().map(([name]) => name)).toEqual(["Y", "X-one"]);
    fields.delete("Y");
    expect(fields.entries()).toHaveLength(1);
  });

  test.each(["", "a b", "a:b", "a\r\nb", "ä", "a\0"])("no field is called %j", (name) => {
    const refused = { thrown: { tag: "invalid-syntax" } };
    expect(thrownBy(() => new Fields().append(name, utf8("1")))).toEqual(refused);
    expect(thrownBy(() => new Fields().set(name, [utf8("1")]))).toEqual(refused);
    expect(thrownBy(() => new Fields().delete(name))).toEqual(refused);
    expect(thrownBy(() => Fields.fromList([[name, utf8("1")]]))).toEqual(refused);
  });

  test.each(["a\r\nX: 1", "a\nb", "\0", "\u007f"])("no field holds %j", (value) => {
    expect(thrownBy(() => new Fields().append("x", utf8(value)))).toEqual({ thrown: { tag: "invalid-syntax" } });
  });

  test.each([
    "Host",
    "connection",
    "Transfer-Encoding",
    "keep-alive",
    "TE",
    "trailer",
    "upgrade",
    "Expect",
    "http2-settings",
    "Proxy-Authorization",
  ])("%s is forbidden", (name) => {
    expect(thrownBy(() => new Fields().append(name, utf8("1")))).toEqual({ thrown: { tag: "forbidden" } });
    expect(thrownBy(() => new Fields().set(name, []))).toEqual({ thrown: { tag: "forbidden" } });
  });

  test("of a message are immutable, and a clone of them is not", () => {
    const own = Fields.fromList([["x", utf8("1")]]);
    const headers = new OutgoingRequest(own).headers();
    const refused = { thrown: { tag: "immutable" } };
    expect(thrownBy(() => headers.append("y", utf8("1")))).toEqual(refused);
    expect(thrownBy(() => headers.set("y", []))).toEqual(refused);
    expect(thrownBy(() => headers.delete("x"))).toEqual(refused);
    const clone = headers.clone();
    clone.append("y", utf8("2"));
    expect([headers.entries().length, clone.entries().length]).toEqual([1, 2]);
  });
});

describe("a request", () => {
  const request = () => new OutgoingRequest(new Fields());
  const refused = { thrown: undefined };

  test("starts as a GET of nowhere", () => {
    const fresh = request();
    expect([fresh.method(), fresh.scheme(), fresh.authority(), fresh.pathWithQuery()]).toEqual([
      { tag: "get" },
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(["", "GET /", "a\r\n", "ü", "(x)"])("has no method %j", (method) => {
    expect(thrownBy(() => request().setMethod({ tag: "other", val: method }))).toEqual(refused);
  });

  test.each(["a b", "/a b", "/\r\n", "relative", "/#fragment", "/ü", "http://x/"])("has no path %j", (path) => {
    expect(thrownBy(() => request().setPathWithQuery(path))).toEqual(refused);
  });

  test.each(["/", "/a?b=c&d", "?only", "*", "", undefined])("has the path %j", (path) => {
    const changed = request();
    changed.setPathWithQuery(path);
    expect(changed.pathWithQuery()).toBe(path);
  });

  test.each(["", "user@host", "host:99999", "host:", "a b", "host/path", "a\r\nb", "[::1"])(
    "goes to no %j",
    (authority) => expect(thrownBy(() => request().setAuthority(authority))).toEqual(refused),
  );

  test.each(["example.com", "example.com:8080", "127.0.0.1:1", "[::1]:80", undefined])("goes to %j", (authority) => {
    const changed = request();
    changed.setAuthority(authority);
    expect(changed.authority()).toBe(authority);
  });

  test.each(["", "1x", "a b"])("has no scheme %j", (scheme) => {
    expect(thrownBy(() => request().setScheme({ tag: "other", val: scheme }))).toEqual(refused);
  });
});

test.each([0, 99, 100, 199, 600, 65535])("a response has no status %i", (status) => {
  const response = new OutgoingResponse(new Fields());
  expect(thrownBy(() => response.setStatusCode(status))).toEqual({ thrown: undefined });
  expect(response.statusCode()).toBe(200);
});
