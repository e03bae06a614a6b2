import type { CapabilityDecision } from "./broker/broker.ts";
import { SandboxError } from "./errors.ts";
import type { Outcome } from "./run/outcome.ts";
import type { RunRequest } from "./run/request.ts";
import { drawBlueprint } from "./serve/blueprint.ts";
import { checkHosts } from "./serve/host-header.ts";
import { HttpServer } from "./serve/http-server.ts";
import { canonicalAddress } from "./serve/listen-address.ts";
import { Pool } from "./serve/pool.ts";

export interface ServeRequest
  extends Omit<RunRequest, "scanCode" | "scanSkill" | "invoke" | "stdin" | "measureMemory" | "signal"> {
  /** Address and port to listen on; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Names that the Host header may have, beside the address that is listened on, and loopback's own when it is that. */
  readonly allowedHosts: readonly string[];
  /** Guest processes that answer requests at the same moment. */
  readonly maxConcurrent: number;
  /** Bytes of one request's body. */
  readonly maxRequestBodyBytes: number;
  /** How long requests may still run once the server is stopped, in milliseconds. */
  readonly graceMs: number;
}

/** What happens while the server runs, for whoever shows it. Each request is a run of its own. */
export interface ServeObserver {
  onDecision?(run: string, decision: CapabilityDecision): void;
  onOutput?(run: string, stream: "stdout" | "stderr", chunk: Buffer): void;
  /**
   * A request was answered, or was not: the last that is heard of its run. `status` is what the client got; undefined
   * when it got nothing.
   */
  onAnswered?(answered: Answered): void;
}

export interface Answered {
  /** Id of the run; "none" when there was no process to be had. */
  readonly run: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  /** Interrupted by SIGHUP: the client went away. */
  readonly outcome: Outcome;
}

export interface Serving {
  /** Where it listens, as a URL. */
  readonly url: string;
  /** Rejects when an event could not be logged: no request is answered then. */
  readonly broken: Promise<never>;
  /** Takes no more requests, lets those that run finish, and ends what is left after the grace time. */
  stop(): Promise<void>;
}

/**
 * Serves a component that exports wasi:http/incoming-handler: for each request a fresh instance in a guest process of its
 * own, with the same grants and limits.
 *
 * @throws SandboxError when there is nothing to serve, or the address cannot be listened on
 */
export async function serve(asked: ServeRequest, observer: ServeObserver = {}): Promise<Serving> {
  const request = { ...asked, host: canonicalAddress(asked.host) ?? asked.host };
  checkHosts(request);
  const blueprint = await drawBlueprint(request);
  const { promise: broken, reject } = Promise.withResolvers<never>();
  // Whoever serves may not be waiting yet.
  broken.catch(() => {});
  const pool = new Pool(blueprint, request, observer, reject);
  const server = new HttpServer(request, pool);
  await loadAll();
  const port = await server.listen().catch((error: NodeJS.ErrnoException) => {
    pool.close();
    throw cannotListen(request, error);
  });
  pool.fill();
  return {
    url: `http://${request.host.includes(":") ? `[${request.host}]` : request.host}:${port}`,
    broken,
    stop: () => server.stop(),
  };
}

/** What is else loaded when it is needed: there may be no descriptor left then to load it with. */
async function loadAll(): Promise<void> {
  await Promise.all([
    import("./broker/network/network-door.ts"),
    import("./broker/network/network.ts"),
    import("./broker/network/follow.ts"),
    import("./broker/network/redact.ts"),
  ]);
}

function cannotListen({ host, port }: ServeRequest, error: NodeJS.ErrnoException): SandboxError {
  return new SandboxError("usage", `cannot listen on ${host}:${port}: ${error.code ?? error.message}`, {
    hint: "name a free port of an address of this machine, or port 0 for any",
    cause: error,
  });
}
