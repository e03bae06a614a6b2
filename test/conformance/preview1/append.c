#include "check.h"

static void program(void) {
  __wasi_fd_t fd = open_with("file", __WASI_OFLAGS_CREAT, FILE_RIGHTS, __WASI_FDFLAGS_APPEND);
  IS(fdstat_of(fd).fs_flags, __WASI_FDFLAGS_APPEND);
  __wasi_filesize_t offset = 9;
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 0);
  put(fd, "one");

  // Wherever the descriptor stands, it writes at the end, and stands there then.
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  put(fd, "two");
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 6);
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  TRUE(rest_is(fd, "onetwo"));

  // As on Linux a write at a position goes to the end too, and leaves the descriptor where it stood.
  __wasi_ciovec_t piece = {(const uint8_t *)"!", 1};
  __wasi_size_t moved = 0;
  IS(seek(fd, 2, __WASI_WHENCE_SET), 2);
  OK(__wasi_fd_pwrite(fd, &piece, 1, 0, &moved));
  IS(moved, 1);
  OK(__wasi_fd_tell(fd, &offset));
  IS(offset, 2);
  TRUE(content_is("file", "onetwo!"));

  OK(__wasi_fd_fdstat_set_flags(fd, 0));
  IS(fdstat_of(fd).fs_flags, 0);
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  put(fd, "ONE");
  TRUE(content_is("file", "ONEtwo!"));
  OK(__wasi_fd_fdstat_set_flags(fd, __WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK));
  IS(fdstat_of(fd).fs_flags, __WASI_FDFLAGS_APPEND | __WASI_FDFLAGS_NONBLOCK);
  put(fd, "?");
  TRUE(content_is("file", "ONEtwo!?"));
  FAILS(__wasi_fd_fdstat_set_flags(fd, 0x20), INVAL);
  FAILS(__wasi_fd_fdstat_set_flags(999, 0), BADF);
  OK(__wasi_fd_close(fd));

  // Flags that say when bytes must be on the disk.
  static const __wasi_fdflags_t FLAGS[] = {__WASI_FDFLAGS_SYNC, __WASI_FDFLAGS_DSYNC, __WASI_FDFLAGS_RSYNC,
                                           __WASI_FDFLAGS_NONBLOCK};
  for (size_t i = 0; i < sizeof FLAGS / sizeof FLAGS[0]; i += 1) {
    fd = open_with("synced", __WASI_OFLAGS_CREAT, FILE_RIGHTS, FLAGS[i]);
    IS(fdstat_of(fd).fs_flags, FLAGS[i]);
    put(fd, "bytes");
    IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
    TRUE(rest_is(fd, "bytes"));
    OK(__wasi_fd_close(fd));
  }
  FAILS(__wasi_path_open(ROOT, 0, "synced", 0, 0, 0, 0x20, &fd), INVAL);
  OK(__wasi_path_unlink_file(ROOT, "synced"));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
