import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { answerTo } from "./answer-to.ts";
import type { HttpRequest } from "./http-request.ts";
import { readText } from "./read-text.ts";
import type { Header } from "./request-headers.ts";
import { failed, failedBecause, type Stop } from "./stop.ts";

export interface Reply {
  readonly status: number;
  /** Where a redirect points, as the server wrote it. */
  readonly location: string | undefined;
  /** The body of a success; of nothing else is the body read. */
  readonly text: string | undefined;
}

/** Most bytes of response headers; Node's own default, held against `--max-http-header-size`. */
const HEADER_BYTES = 16 * 1024;

/** Sends one request over a connection of its own and reads the answer. The caller destroys the socket. */
export async function exchange(
  request: HttpRequest,
  headers: readonly Header[],
  socket: Socket,
  maxBytes: number,
): Promise<Reply | Stop> {
  const outgoing = startRequest(request, headers, socket);
  const answer = answerTo(outgoing);
  outgoing.end(request.body);
  const response = await answer;
  if (response instanceof Error) return failedBecause(request.permit.rule, "no valid HTTP response", response);
  return readReply(request, response, maxBytes);
}

/**
 * `getBuiltinModule`, since `import "node:http"` also evaluates the lazy exports that load all of undici: 25 ms, not 4.
 * With `createConnection` and no agent, Node neither pools connections nor looks at proxy variables.
 */
function startRequest({ method, permit }: HttpRequest, headers: readonly Header[], socket: Socket): ClientRequest {
  const { pathname, search } = permit.target.url;
  return process.getBuiltinModule("node:http").request({
    createConnection: () => socket,
    method,
    path: pathname + search,
    headers: headers.flat(),
    setDefaultHeaders: false,
    insecureHTTPParser: false,
    maxHeaderSize: HEADER_BYTES,
  });
}

async function readReply({ permit }: HttpRequest, response: IncomingMessage, maxBytes: number): Promise<Reply | Stop> {
  const status = response.statusCode ?? 0;
  const location = REDIRECTS.has(status) ? response.headers.location : undefined;
  if (status < 200 || status > 299) return { status, location, text: undefined };
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return failed(permit.rule, "the response is compressed, which was not asked for");
  const text = await readText(response, permit.rule, maxBytes);
  return typeof text === "string" ? { status, location, text } : text;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
