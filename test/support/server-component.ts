import { parse } from "@bytecodealliance/jco";

/**
 * A real component that exports wasi:http/incoming-handler and does what these core instructions say. They find:
 *
 * - `$request` and `$out`, its two arguments
 * - `(call $respond (local.get $out) STATUS)`: sends the head; `$say`, `$echo` and `$finish` go to its body
 * - `(call $say AT LENGTH)`: writes bytes of memory; TEXT is at 64
 * - `(call $echo (local.get $request))`: writes the request's body
 * - `(call $finish)`: the body is whole
 * - `(call $announce LENGTH-TEXT-AT LENGTH)`: a Content-Length, before `$respond`
 * - `(call $respond-without-body (local.get $out))`: sends the head, and there is no body
 * - `(call $print AT LENGTH)`: writes bytes of memory to stdout
 * - `(call $refuse (local.get $out))`: gives an error code instead of a response
 */
export async function server(
  handle: string,
  { text = "", start = "" }: { readonly text?: string; readonly start?: string } = {},
): Promise<Uint8Array> {
  return parse(`(component
  (import "wasi:io/error@0.2.0" (instance $error (export "error" (type (sub resource)))))
  (alias export $error "error" (type $io-error))
  (import "wasi:io/streams@0.2.0" (instance $streams
    (alias outer 1 $io-error (type $e0)) (export "error" (type $e (eq $e0)))
    (type $se (variant (case "last-operation-failed" (own $e)) (case "closed"))) (export "stream-error" (type $see (eq $se)))
    (export "input-stream" (type $is (sub resource)))
    (export "output-stream" (type $os (sub resource)))
    (export "[method]output-stream.blocking-write-and-flush"
      (func (param "self" (borrow $os)) (param "contents" (list u8)) (result (result (error $see)))))
    (export "[method]output-stream.blocking-splice"
      (func (param "self" (borrow $os)) (param "src" (borrow $is)) (param "len" u64) (result (result u64 (error $see)))))))
  (alias export $streams "input-stream" (type $input-stream))
  (alias export $streams "output-stream" (type $output-stream))
  (import "wasi:http/types@0.2.0" (instance $types
    (alias outer 1 $input-stream (type $is0)) (export "input-stream" (type $is (eq $is0)))
    (alias outer 1 $output-stream (type $os0)) (export "output-stream" (type $os (eq $os0)))
    (export "fields" (type $fields (sub resource)))
    (export "headers" (type $headers (eq $fields)))
    (export "trailers" (type $trailers (eq $fields)))
    (export "incoming-request" (type $request (sub resource)))
    (export "incoming-body" (type $incoming-body (sub resource)))
    (export "outgoing-response" (type $response (sub resource)))
    (export "outgoing-body" (type $outgoing-body (sub resource)))
    (export "response-outparam" (type $outparam (sub resource)))
    (type $dns0 (record (field "rcode" (option string)) (field "info-code" (option u16))))
    (export "DNS-error-payload" (type $dns (eq $dns0)))
    (type $tls0 (record (field "alert-id" (option u8)) (field "alert-message" (option string))))
    (export "TLS-alert-received-payload" (type $tls (eq $tls0)))
    (type $size0 (record (field "field-name" (option string)) (field "field-size" (option u32))))
    (export "field-size-payload" (type $size (eq $size0)))
    (type $code0 (variant ${ERROR_CODES}))
    (export "error-code" (type $code (eq $code0)))
    (type $header-error0 (variant (case "invalid-syntax") (case "forbidden") (case "immutable")))
    (export "header-error" (type $header-error (eq $header-error0)))
    (export "[constructor]fields" (func (result (own $fields))))
    (export "[method]fields.append" (func (param "self" (borrow $fields)) (param "name" string) (param "value" (list u8))
      (result (result (error $header-error)))))
    (export "[method]incoming-request.consume" (func (param "self" (borrow $request)) (result (result (own $incoming-body)))))
    (export "[method]incoming-body.stream" (func (param "self" (borrow $incoming-body)) (result (result (own $is)))))
    (export "[constructor]outgoing-response" (func (param "headers" (own $headers)) (result (own $response))))
    (export "[method]outgoing-response.set-status-code"
      (func (param "self" (borrow $response)) (param "status-code" u16) (result (result))))
    (export "[method]outgoing-response.body" (func (param "self" (borrow $response)) (result (result (own $outgoing-body)))))
    (export "[method]outgoing-body.write" (func (param "self" (borrow $outgoing-body)) (result (result (own $os)))))
    (export "[static]outgoing-body.finish" (func (param "this" (own $outgoing-body)) (param "trailers" (option (own $trailers)))
      (result (result (error $code)))))
    (export "[static]response-outparam.set"
      (func (param "param" (own $outparam)) (param "response" (result (own $response) (error $code)))))))
  (import "wasi:cli/stdout@0.2.0" (instance $stdout
    (alias outer 1 $output-stream (type $os0)) (export "output-stream" (type $os (eq $os0)))
    (export "get-stdout" (func (result (own $os))))))
  (alias export $types "incoming-request" (type $incoming-request))
  (alias export $types "response-outparam" (type $response-outparam))
  (core module $libc (memory (export "memory") 4)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 131072)))
  (core instance $libc (instantiate $libc))
  ${lowered("get-stdout", "stdout", "get-stdout")}
  ${lowered("fields", "types", "[constructor]fields")}
  ${lowered("append", "types", "[method]fields.append")}
  ${lowered("consume", "types", "[method]incoming-request.consume")}
  ${lowered("stream", "types", "[method]incoming-body.stream")}
  ${lowered("response", "types", "[constructor]outgoing-response")}
  ${lowered("set-status", "types", "[method]outgoing-response.set-status-code")}
  ${lowered("body", "types", "[method]outgoing-response.body")}
  ${lowered("body-write", "types", "[method]outgoing-body.write")}
  ${lowered("body-finish", "types", "[static]outgoing-body.finish")}
  ${lowered("set", "types", "[static]response-outparam.set")}
  ${lowered("write", "streams", "[method]output-stream.blocking-write-and-flush")}
  ${lowered("splice", "streams", "[method]output-stream.blocking-splice")}
  (core func $drop-stream (canon resource.drop $output-stream))
  (core module $main
    (import "libc" "memory" (memory 0))
    (import "host" "get-stdout" (func $get-stdout (result i32)))
    (import "host" "fields" (func $fields (result i32)))
    (import "host" "append" (func $append (param i32 i32 i32 i32 i32 i32)))
    (import "host" "consume" (func $consume (param i32 i32)))
    (import "host" "stream" (func $stream (param i32 i32)))
    (import "host" "response" (func $response (param i32) (result i32)))
    (import "host" "set-status" (func $set-status (param i32 i32) (result i32)))
    (import "host" "body" (func $body (param i32 i32)))
    (import "host" "body-write" (func $body-write (param i32 i32)))
    (import "host" "body-finish" (func $body-finish (param i32 i32 i32 i32)))
    (import "host" "set" (func $set (param i32 i32 i32 i32 i64 i32 i32 i32 i32)))
    (import "host" "write" (func $write (param i32 i32 i32 i32)))
    (import "host" "splice" (func $splice (param i32 i32 i64 i32)))
    (import "host" "drop-stream" (func $drop-stream (param i32)))
    (global $headers (mut i32) (i32.const 0))
    (global $the-body (mut i32) (i32.const 0))
    (global $the-stream (mut i32) (i32.const 0))
    (data (i32.const 64) "${watBytes(text)}")
    (data (i32.const 32) "content-length")
    (func $some-headers
      (if (i32.eqz (global.get $headers)) (then (global.set $headers (call $fields)))))
    (func $announce (param $at i32) (param $length i32)
      (call $some-headers)
      (call $append (global.get $headers) (i32.const 32) (i32.const 14) (local.get $at) (local.get $length) (i32.const 16)))
    (func $print (param $at i32) (param $length i32)
      (call $write (call $get-stdout) (local.get $at) (local.get $length) (i32.const 16)))
    (func $respond (param $out i32) (param $status i32)
      (local $response i32)
      (call $some-headers)
      (local.set $response (call $response (global.get $headers)))
      (drop (call $set-status (local.get $response) (local.get $status)))
      (call $body (local.get $response) (i32.const 16))
      (global.set $the-body (i32.load (i32.const 20)))
      (call $body-write (global.get $the-body) (i32.const 16))
      (global.set $the-stream (i32.load (i32.const 20)))
      (call $set (local.get $out) (i32.const 0) (local.get $response) (i32.const 0) (i64.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
    (func $respond-without-body (param $out i32)
      (call $some-headers)
      (call $set (local.get $out) (i32.const 0) (call $response (global.get $headers)) (i32.const 0) (i64.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
    (func $refuse (param $out i32)
      (call $set (local.get $out) (i32.const 1) (i32.const 6) (i32.const 0) (i64.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
    (func $say (param $at i32) (param $length i32)
      (call $write (global.get $the-stream) (local.get $at) (local.get $length) (i32.const 16)))
    (func $echo (param $request i32)
      (call $consume (local.get $request) (i32.const 16))
      (call $stream (i32.load (i32.const 20)) (i32.const 16))
      (local.set $request (i32.load (i32.const 20)))
      (loop $more
        (call $splice (global.get $the-stream) (local.get $request) (i64.const 65536) (i32.const 16))
        (br_if $more (i32.eqz (i32.load8_u (i32.const 16))))))
    (func $finish
      (call $drop-stream (global.get $the-stream))
      (call $body-finish (global.get $the-body) (i32.const 0) (i32.const 0) (i32.const 16)))
    (func (export "handle") (param $request i32) (param $out i32)
      ${handle})
    ${start === "" ? "" : `(func $start ${start}) (start $start)`})
  (core instance $main (instantiate $main
    (with "libc" (instance $libc))
    (with "host" (instance
      ${NAMES.map((name) => `(export "${name}" (func $${name}))`).join(" ")}))))
  (func $handle (param "request" (own $incoming-request)) (param "response-out" (own $response-outparam))
    (canon lift (core func $main "handle")))
  (instance $handler (export "handle" (func $handle)))
  (export "wasi:http/incoming-handler@0.2.0" (instance $handler)))`);
}

/** The instructions for a response that is this text, which lies at 64. */
export function saying(text: string, status = 200): string {
  return `(call $respond (local.get $out) (i32.const ${status}))
    (call $say (i32.const 64) (i32.const ${Buffer.byteLength(text)})) (call $finish)`;
}

const NAMES = [
  "get-stdout",
  "fields",
  "append",
  "consume",
  "stream",
  "response",
  "set-status",
  "body",
  "body-write",
  "body-finish",
  "set",
  "write",
  "splice",
  "drop-stream",
];

function lowered(name: string, instance: string, func: string): string {
  return `(core func $${name} (canon lower (func $${instance} "${func}")
    (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))`;
}

const ERROR_CODES = [
  "DNS-timeout",
  ["DNS-error", "$dns"],
  "destination-not-found",
  "destination-unavailable",
  "destination-IP-prohibited",
  "destination-IP-unroutable",
  "connection-refused",
  "connection-terminated",
  "connection-timeout",
  "connection-read-timeout",
  "connection-write-timeout",
  "connection-limit-reached",
  "TLS-protocol-error",
  "TLS-certificate-error",
  ["TLS-alert-received", "$tls"],
  "HTTP-request-denied",
  "HTTP-request-length-required",
  ["HTTP-request-body-size", "(option u64)"],
  "HTTP-request-method-invalid",
  "HTTP-request-URI-invalid",
  "HTTP-request-URI-too-long",
  ["HTTP-request-header-section-size", "(option u32)"],
  ["HTTP-request-header-size", "(option $size)"],
  ["HTTP-request-trailer-section-size", "(option u32)"],
  ["HTTP-request-trailer-size", "$size"],
  "HTTP-response-incomplete",
  ["HTTP-response-header-section-size", "(option u32)"],
  ["HTTP-response-header-size", "$size"],
  ["HTTP-response-body-size", "(option u64)"],
  ["HTTP-response-trailer-section-size", "(option u32)"],
  ["HTTP-response-trailer-size", "$size"],
  ["HTTP-response-transfer-coding", "(option string)"],
  ["HTTP-response-content-coding", "(option string)"],
  "HTTP-response-timeout",
  "HTTP-upgrade-failed",
  "HTTP-protocol-error",
  "loop-detected",
  "configuration-error",
  ["internal-error", "(option string)"],
]
  .map((code) => (typeof code === "string" ? `(case "${code}")` : `(case "${code[0]}" ${code[1]})`))
  .join(" ");

function watBytes(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
}
