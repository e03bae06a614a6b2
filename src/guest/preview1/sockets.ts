import { Failure } from "./errno.ts";
import type { Host } from "./host.ts";

/** No descriptor of this host is a socket. */
export function sockets({ table }: Host) {
  const refuse = (fd: number) => {
    table.get(fd);
    throw new Failure("notsock");
  };
  return { sock_accept: refuse, sock_recv: refuse, sock_send: refuse, sock_shutdown: refuse };
}
