#include "check.h"

static void program(void) {
  make_file("file", "");
  __wasi_fd_t some[] = {0, 1, 2, ROOT, open_file("file", 0)};
  uint8_t bytes[4];
  __wasi_iovec_t in = {bytes, 4};
  __wasi_ciovec_t out = {bytes, 4};
  __wasi_size_t moved;
  __wasi_roflags_t flags;
  __wasi_fd_t fd;
  for (int i = 0; i < 5; i += 1) {
    FAILS(__wasi_sock_accept(some[i], 0, &fd), NOTSOCK);
    FAILS(__wasi_sock_recv(some[i], &in, 1, 0, &moved, &flags), NOTSOCK);
    FAILS(__wasi_sock_send(some[i], &out, 1, 0, &moved), NOTSOCK);
    FAILS(__wasi_sock_shutdown(some[i], __WASI_SDFLAGS_RD), NOTSOCK);
  }
  FAILS(__wasi_sock_accept(999, 0, &fd), BADF);
  FAILS(__wasi_sock_recv(999, &in, 1, 0, &moved, &flags), BADF);
  FAILS(__wasi_sock_send(999, &out, 1, 0, &moved), BADF);
  FAILS(__wasi_sock_shutdown(999, __WASI_SDFLAGS_RD), BADF);
}
