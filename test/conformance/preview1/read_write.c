#include "check.h"

static uint8_t big[3 * 1024 * 1024 + 17], back[sizeof big];

static void program(void) {
  __wasi_fd_t fd = open_file("file", __WASI_OFLAGS_CREAT);
  __wasi_size_t moved = 9;

  // Several buffers are one run of bytes; empty ones do not count.
  __wasi_ciovec_t out[] = {{(const uint8_t *)"ab", 2}, {(const uint8_t *)"", 0}, {(const uint8_t *)"cdef", 4}};
  OK(__wasi_fd_write(fd, out, 3, &moved));
  IS(moved, 6);
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  uint8_t one[1], none[1] = {'n'}, four[4], two[4] = "....";
  __wasi_iovec_t in[] = {{one, 1}, {none, 0}, {four, 4}, {two, 4}};
  OK(__wasi_fd_read(fd, in, 4, &moved));
  IS(moved, 6);
  TRUE(one[0] == 'a' && none[0] == 'n' && memcmp(four, "bcde", 4) == 0 && memcmp(two, "f...", 4) == 0);
  OK(__wasi_fd_read(fd, in, 4, &moved));
  IS(moved, 0);
  OK(__wasi_fd_read(fd, in, 0, &moved));
  IS(moved, 0);

  // Writing in the middle replaces; the rest stays.
  IS(seek(fd, 2, __WASI_WHENCE_SET), 2);
  put(fd, "XY");
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  TRUE(rest_is(fd, "abXYef"));

  // More than the host moves at a time.
  for (size_t i = 0; i < sizeof big; i += 1) big[i] = (uint8_t)(i * 31 + (i >> 11));
  IS(seek(fd, 1, __WASI_WHENCE_SET), 1);
  __wasi_ciovec_t halves[] = {{big, 1000001}, {big + 1000001, sizeof big - 1000001}};
  OK(__wasi_fd_write(fd, halves, 2, &moved));
  IS(moved, sizeof big);
  IS(filestat_of(fd).size, sizeof big + 1);
  IS(seek(fd, 1, __WASI_WHENCE_SET), 1);
  __wasi_iovec_t thirds[] = {{back, 5}, {back + 5, 2000000}, {back + 2000005, sizeof back - 2000005}};
  OK(__wasi_fd_read(fd, thirds, 3, &moved));
  IS(moved, sizeof big);
  TRUE(memcmp(big, back, sizeof big) == 0);

  // Two descriptors of one file have positions of their own and see each other's bytes at once.
  __wasi_fd_t reader = open_with("file", 0, __WASI_RIGHTS_FD_READ, 0);
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  put(fd, "Z");
  OK(read_bytes(reader, one, 1, &moved));
  IS(one[0], 'Z');

  FAILS(read_bytes(999, one, 1, &moved), BADF);
  FAILS(write_text(999, "x", &moved), BADF);
  FAILS(write_text((__wasi_fd_t)-31337, "x", &moved), BADF);
  OK(__wasi_fd_close(reader));
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
