#include "check.h"

static void program(void) {
  __wasi_fd_t fd = open_file("file", __WASI_OFLAGS_CREAT);
  OK(__wasi_fd_allocate(fd, 0, 100));
  IS(filestat_of(fd).size, 100);
  OK(__wasi_fd_allocate(fd, 10, 10));
  IS(filestat_of(fd).size, 100);
  OK(__wasi_fd_allocate(fd, 90, 20));
  IS(filestat_of(fd).size, 110);
  FAILS(__wasi_fd_allocate(fd, 0, 0), INVAL);
  FAILS(__wasi_fd_allocate(fd, UINT64_MAX, 1), FBIG);
  FAILS(__wasi_fd_allocate(fd, INT64_MAX, INT64_MAX), FBIG);
  IS(filestat_of(fd).size, 110);

  for (__wasi_advice_t advice = 0; advice <= __WASI_ADVICE_NOREUSE; advice += 1) OK(__wasi_fd_advise(fd, 10, 50, advice));
  OK(__wasi_fd_advise(fd, 0, 0, __WASI_ADVICE_NORMAL));
  FAILS(__wasi_fd_advise(fd, 0, 0, 6), INVAL);
  FAILS(__wasi_fd_advise(fd, UINT64_MAX, 1, __WASI_ADVICE_NORMAL), INVAL);
  IS(filestat_of(fd).size, 110);

  OK(__wasi_fd_sync(fd));
  OK(__wasi_fd_datasync(fd));
  OK(__wasi_fd_sync(ROOT));
  OK(__wasi_fd_close(fd));
  FAILS(__wasi_fd_sync(fd), BADF);
  FAILS(__wasi_fd_datasync(fd), BADF);
  FAILS(__wasi_fd_allocate(fd, 0, 1), BADF);
  FAILS(__wasi_fd_advise(fd, 0, 0, __WASI_ADVICE_NORMAL), BADF);
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
