#include "check.h"

static void program(void) {
  __wasi_fd_t fd = open_file("file", __WASI_OFLAGS_CREAT);
  __wasi_filesize_t offset = 9;
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 0);
  put(fd, "0123456789");
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 10);

  IS(seek(fd, -5, __WASI_WHENCE_CUR), 5);
  TRUE(rest_is(fd, "56789"));
  IS(seek(fd, -3, __WASI_WHENCE_END), 7);
  IS(seek(fd, 0, __WASI_WHENCE_END), 10);
  IS(seek(fd, 2, __WASI_WHENCE_SET), 2);
  IS(seek(fd, 0, __WASI_WHENCE_CUR), 2);

  // Before the start, past the largest position, and from nowhere; the position stays.
  FAILS(__wasi_fd_seek(fd, -3, __WASI_WHENCE_CUR, &offset), INVAL);
  FAILS(__wasi_fd_seek(fd, -1, __WASI_WHENCE_SET, &offset), INVAL);
  FAILS(__wasi_fd_seek(fd, INT64_MAX, __WASI_WHENCE_CUR, &offset), OVERFLOW);
  FAILS(__wasi_fd_seek(fd, 0, 3, &offset), INVAL);
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 2);

  // Past the end is a place like others: reading finds nothing there, writing leaves a hole.
  IS(seek(fd, 4, __WASI_WHENCE_END), 14);
  TRUE(rest_is(fd, ""));
  IS(filestat_of(fd).size, 10);
  put(fd, "x");
  IS(filestat_of(fd).size, 15);
  char bytes[8];
  __wasi_size_t got = 0;
  IS(seek(fd, 9, __WASI_WHENCE_SET), 9);
  OK(read_bytes(fd, bytes, sizeof bytes, &got));
  IS(got, 6);
  TRUE(memcmp(bytes, "9\0\0\0\0x", 6) == 0);

  IS(seek(fd, INT64_MAX, __WASI_WHENCE_SET), INT64_MAX);
  FAILS(__wasi_fd_seek(999, 0, __WASI_WHENCE_SET, &offset), BADF);
  FAILS(__wasi_fd_tell(999, &offset), BADF);
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
