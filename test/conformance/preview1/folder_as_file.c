#include "check.h"

static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "dir"));
  __wasi_fd_t dir = open_with("dir", __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK, 0);
  __wasi_fdstat_t stat = fdstat_of(dir);
  IS(stat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
  IS(stat.fs_rights_base & (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_READ), 0);

  uint8_t bytes[4];
  __wasi_iovec_t in = {bytes, 4};
  __wasi_ciovec_t out = {bytes, 4};
  __wasi_size_t moved;
  __wasi_filesize_t offset;
  FAILS(__wasi_fd_read(dir, &in, 1, &moved), ISDIR);
  FAILS(__wasi_fd_pread(dir, &in, 1, 0, &moved), ISDIR);
  FAILS(__wasi_fd_write(dir, &out, 1, &moved), BADF);
  FAILS(__wasi_fd_pwrite(dir, &out, 1, 0, &moved), BADF);
  FAILS(__wasi_fd_seek(dir, 0, __WASI_WHENCE_CUR, &offset), BADF);
  FAILS(__wasi_fd_tell(dir, &offset), BADF);
  FAILS(__wasi_fd_allocate(dir, 0, 1), BADF);
  FAILS(__wasi_fd_advise(dir, 0, 0, __WASI_ADVICE_NORMAL), BADF);
  FAILS(__wasi_fd_filestat_set_size(dir, 0), BADF);

  // A folder is never written like a file, with the flag or without.
  FAILS(try_open(ROOT, "dir", 0, __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE), ISDIR);
  FAILS(try_open(ROOT, "dir", 0, 0, __WASI_RIGHTS_FD_WRITE), ISDIR);
  FAILS(try_open(ROOT, ".", 0, 0, __WASI_RIGHTS_FD_WRITE), ISDIR);
  FAILS(try_open(ROOT, "dir", 0, __WASI_OFLAGS_TRUNC, 0), ISDIR);
  FAILS(try_open(ROOT, "dir", 0, __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE), ISDIR);
  OK(try_open(ROOT, "dir", 0, 0, __WASI_RIGHTS_FD_READ));
  OK(try_open(ROOT, ".", 0, 0, 0));
  OK(__wasi_path_open(ROOT, 0, ".", 0, 0, 0, __WASI_FDFLAGS_NONBLOCK, &dir));

  // A file is no folder.
  make_file("file", "");
  __wasi_fd_t fd = open_file("file", 0);
  __wasi_filestat_t file;
  FAILS(try_open(fd, "x", 0, __WASI_OFLAGS_CREAT, 0), NOTDIR);
  FAILS(__wasi_path_create_directory(fd, "x"), NOTDIR);
  FAILS(__wasi_path_filestat_get(fd, 0, "x", &file), NOTDIR);
  FAILS(__wasi_fd_readdir(fd, bytes, 4, 0, &moved), NOTDIR);
  FAILS(try_open(ROOT, "file", 0, __WASI_OFLAGS_DIRECTORY, 0), NOTDIR);
  FAILS(try_open(ROOT, "file/x", 0, 0, 0), NOTDIR);
  FAILS(try_open(ROOT, "file/x", 0, __WASI_OFLAGS_CREAT, 0), NOTDIR);
  FAILS(try_open(ROOT, "file/..", 0, 0, 0), NOTDIR);
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "file"));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
}
