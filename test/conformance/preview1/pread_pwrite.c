#include "check.h"

static void program(void) {
  __wasi_fd_t fd = open_with("file", __WASI_OFLAGS_CREAT,
                             __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_SEEK |
                                 __WASI_RIGHTS_FD_TELL, 0);
  uint8_t bytes[8] = "........";
  __wasi_size_t moved = 9;
  __wasi_ciovec_t out[] = {{(const uint8_t *)"ab", 2}, {(const uint8_t *)"cd", 2}};
  __wasi_iovec_t in[] = {{bytes, 1}, {bytes + 4, 4}};

  OK(__wasi_fd_pwrite(fd, out, 2, 0, &moved));
  IS(moved, 4);
  OK(__wasi_fd_pread(fd, in, 2, 0, &moved));
  IS(moved, 4);
  TRUE(memcmp(bytes, "a...bcd.", 8) == 0);
  OK(__wasi_fd_pread(fd, in, 2, 2, &moved));
  IS(moved, 2);
  TRUE(memcmp(bytes, "c...dcd.", 8) == 0);
  OK(__wasi_fd_pread(fd, in, 2, 4, &moved));
  IS(moved, 0);
  OK(__wasi_fd_pread(fd, in, 2, 1000000, &moved));
  IS(moved, 0);
  OK(__wasi_fd_pwrite(fd, out, 1, 6, &moved));
  __wasi_filestat_t stat = filestat_at("file");
  IS(stat.size, 8);

  // The descriptor itself has not moved.
  __wasi_filesize_t offset = 9;
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 0);
  FAILS(__wasi_fd_pread(fd, in, 1, UINT64_MAX, &moved), INVAL);
  FAILS(__wasi_fd_pwrite(fd, out, 1, UINT64_MAX, &moved), INVAL);
  FAILS(__wasi_fd_pread(999, in, 1, 0, &moved), BADF);
  FAILS(__wasi_fd_pwrite(999, out, 1, 0, &moved), BADF);
  OK(__wasi_fd_close(fd));

  fd = open_with("file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE, 0);
  FAILS(__wasi_fd_pread(fd, in, 1, 0, &moved), NOTCAPABLE);
  FAILS(__wasi_fd_pwrite(fd, out, 1, 0, &moved), NOTCAPABLE);
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
