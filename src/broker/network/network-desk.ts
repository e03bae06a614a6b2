import type { Desk } from "../desk.ts";
import type { Handle } from "../handles.ts";
import { type Connector, connectDirectly } from "./connect.ts";
import type { NetworkSeams } from "./network.ts";
import { createResolver, type Resolver } from "./resolver.ts";

/** What the operations of HTTP and of connections work with. */
export interface NetworkDesk {
  readonly desk: Desk;
  readonly resolve: Resolver;
  readonly connect: Connector;
  /** PEM certificates trusted instead of the built-in ones. */
  readonly ca: string | undefined;
  /** Something went wrong that ends the run, while nobody waited for an answer: the next one is it. */
  fail(error: unknown): void;
}

export function networkDesk(desk: Desk, seams: NetworkSeams, fail: NetworkDesk["fail"]): NetworkDesk {
  const { resolve = createResolver(), connect = connectDirectly, ca } = seams;
  return { desk, resolve, connect, ca, fail };
}

/** The number of a new handle; undefined when there are too many, which ends the run. */
export function keep(desk: Desk, handle: Handle): number | undefined {
  const number = desk.handles.put(handle);
  if (number !== undefined) return number;
  handle.close();
  desk.limit("open-files", `more than ${desk.limits.maxOpenFiles} files and connections open at once`);
  return undefined;
}
