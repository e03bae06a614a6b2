#include "check.h"

static void program(void) {
  make_file("one", "1");
  make_file("two", "2");
  __wasi_fd_t one = open_file("one", 0);
  __wasi_fd_t two = open_with("two", 0, __WASI_RIGHTS_FD_READ, 0);
  IS(two, one + 1);
  __wasi_fdstat_t before = fdstat_of(one), after;
  IS(seek(one, 1, __WASI_WHENCE_SET), 1);

  OK(__wasi_fd_renumber(one, two));
  after = fdstat_of(two);
  IS(after.fs_rights_base, before.fs_rights_base);
  IS(after.fs_rights_inheriting, before.fs_rights_inheriting);
  IS(after.fs_flags, before.fs_flags);
  IS(after.fs_filetype, before.fs_filetype);
  __wasi_filesize_t offset = 0;
  OK(__wasi_fd_tell(two, &offset));
  IS(offset, 1);
  FAILS(__wasi_fd_close(one), BADF);
  FAILS(__wasi_fd_renumber(one, two), BADF);
  FAILS(__wasi_fd_renumber(two, one), BADF);
  FAILS(__wasi_fd_renumber(two, 0x7fffffff), BADF);
  OK(__wasi_fd_renumber(two, two));
  IS(seek(two, 0, __WASI_WHENCE_SET), 0);
  TRUE(rest_is(two, "1"));

  // The number that became free is the next one.
  IS(open_file("two", 0), one);
  OK(__wasi_fd_close(one));
  OK(__wasi_fd_close(two));
  FAILS(__wasi_fd_close(two), BADF);
  FAILS(__wasi_fd_close(0xffffffffu), BADF);
  OK(__wasi_path_unlink_file(ROOT, "one"));
  OK(__wasi_path_unlink_file(ROOT, "two"));
}
