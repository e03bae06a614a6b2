#include "check.h"

// The folder is granted for reading only; in it are "file" with "kept", "dir" and "link" to "file".
static void program(void) {
  __wasi_filestat_t before = filestat_at("file"), stat;
  TRUE(content_is("file", "kept"));
  OK(try_open(ROOT, "dir", 0, __WASI_OFLAGS_DIRECTORY, 0));
  OK(try_open(ROOT, "link", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, __WASI_RIGHTS_FD_READ));

  FAILS(try_open(ROOT, "file", 0, 0, __WASI_RIGHTS_FD_WRITE), ROFS);
  FAILS(try_open(ROOT, "file", 0, __WASI_OFLAGS_TRUNC, 0), ROFS);
  FAILS(try_open(ROOT, "new", 0, __WASI_OFLAGS_CREAT, 0), ROFS);
  FAILS(__wasi_path_create_directory(ROOT, "new"), ROFS);
  FAILS(__wasi_path_remove_directory(ROOT, "dir"), ROFS);
  FAILS(__wasi_path_unlink_file(ROOT, "file"), ROFS);
  FAILS(__wasi_path_rename(ROOT, "file", ROOT, "new"), ROFS);
  FAILS(__wasi_path_link(ROOT, 0, "file", ROOT, "new"), ROFS);
  FAILS(__wasi_path_symlink("file", ROOT, "new"), ROFS);
  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, 0, __WASI_FSTFLAGS_MTIM), ROFS);
  __wasi_fd_t fd = open_with("file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_FILESTAT_SET_TIMES, 0);
  FAILS(__wasi_fd_filestat_set_times(fd, 0, 0, __WASI_FSTFLAGS_MTIM), ROFS);
  OK(__wasi_fd_close(fd));

  stat = filestat_at("file");
  IS(stat.size, before.size);
  IS(stat.mtim, before.mtim);
  TRUE(!exists("new"));
}
