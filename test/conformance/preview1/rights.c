#include "check.h"

static void program(void) {
  make_file("file", "content");
  __wasi_size_t moved;
  char bytes[8];
  __wasi_filesize_t offset;
  __wasi_filestat_t stat;

  // Each call needs its right.
  __wasi_fd_t bare = open_with("file", 0, 0, 0);
  IS(fdstat_of(bare).fs_rights_base, 0);
  __wasi_iovec_t piece = {(uint8_t *)bytes, 1};
  __wasi_ciovec_t const_piece = {(uint8_t *)bytes, 1};
  FAILS(read_bytes(bare, bytes, 1, &moved), NOTCAPABLE);
  FAILS(write_text(bare, "x", &moved), NOTCAPABLE);
  FAILS(__wasi_fd_pread(bare, &piece, 1, 0, &moved), NOTCAPABLE);
  FAILS(__wasi_fd_pwrite(bare, &const_piece, 1, 0, &moved), NOTCAPABLE);
  FAILS(__wasi_fd_seek(bare, 1, __WASI_WHENCE_SET, &offset), NOTCAPABLE);
  FAILS(__wasi_fd_tell(bare, &offset), NOTCAPABLE);
  FAILS(__wasi_fd_sync(bare), NOTCAPABLE);
  FAILS(__wasi_fd_datasync(bare), NOTCAPABLE);
  FAILS(__wasi_fd_advise(bare, 0, 0, __WASI_ADVICE_NORMAL), NOTCAPABLE);
  FAILS(__wasi_fd_allocate(bare, 0, 1), NOTCAPABLE);
  FAILS(__wasi_fd_filestat_get(bare, &stat), NOTCAPABLE);
  FAILS(__wasi_fd_filestat_set_size(bare, 1), NOTCAPABLE);
  FAILS(__wasi_fd_filestat_set_times(bare, 0, 0, __WASI_FSTFLAGS_MTIM), NOTCAPABLE);
  FAILS(__wasi_fd_fdstat_set_flags(bare, 0), NOTCAPABLE);
  OK(__wasi_fd_close(bare));

  // To seek by nothing is to tell.
  __wasi_fd_t tells = open_with("file", 0, __WASI_RIGHTS_FD_TELL, 0);
  OK(__wasi_fd_seek(tells, 0, __WASI_WHENCE_CUR, &offset));
  FAILS(__wasi_fd_seek(tells, 1, __WASI_WHENCE_CUR, &offset), NOTCAPABLE);
  OK(__wasi_fd_close(tells));

  // Rights become fewer, never more.
  __wasi_fd_t fd = open_with("file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK, 0);
  OK(__wasi_fd_fdstat_set_rights(fd, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK, 0));
  OK(__wasi_fd_fdstat_set_rights(fd, __WASI_RIGHTS_FD_SEEK, 0));
  IS(fdstat_of(fd).fs_rights_base, __WASI_RIGHTS_FD_SEEK);
  FAILS(read_bytes(fd, bytes, 1, &moved), NOTCAPABLE);
  FAILS(__wasi_fd_fdstat_set_rights(fd, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK, 0), NOTCAPABLE);
  FAILS(__wasi_fd_fdstat_set_rights(fd, __WASI_RIGHTS_FD_SEEK, __WASI_RIGHTS_FD_READ), NOTCAPABLE);
  IS(fdstat_of(fd).fs_rights_base, __WASI_RIGHTS_FD_SEEK);
  OK(__wasi_fd_close(fd));
  FAILS(__wasi_fd_fdstat_set_rights(fd, 0, 0), BADF);

  // What is opened through a folder has at most what the folder hands on.
  OK(__wasi_path_create_directory(ROOT, "dir"));
  __wasi_fd_t dir = open_folder("dir");
  __wasi_fdstat_t full = fdstat_of(dir);
  OK(__wasi_fd_fdstat_set_rights(dir, full.fs_rights_base & ~__WASI_RIGHTS_PATH_FILESTAT_SET_SIZE,
                                 __WASI_RIGHTS_FD_READ));
  FAILS(__wasi_path_open(dir, 0, "new", __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_WRITE, 0, 0, &fd), NOTCAPABLE);
  FAILS(__wasi_path_open(dir, 0, "new", __WASI_OFLAGS_CREAT, 0, __WASI_RIGHTS_FD_WRITE, 0, &fd), NOTCAPABLE);
  TRUE(!exists("dir/new"));
  OK(__wasi_path_open(dir, 0, "new", __WASI_OFLAGS_CREAT, __WASI_RIGHTS_FD_READ, 0, 0, &fd));
  OK(__wasi_fd_close(fd));
  FAILS(try_open(dir, "new", 0, __WASI_OFLAGS_TRUNC, 0), PERM);
  FAILS(__wasi_path_open(dir, 0, "new", 0, 0, 0, __WASI_FDFLAGS_SYNC, &fd), NOTCAPABLE);

  // Every call on a path needs its right.
  OK(__wasi_fd_fdstat_set_rights(dir, 0, 0));
  uint8_t text[8];
  FAILS(try_open(dir, "new", 0, 0, 0), NOTCAPABLE);
  FAILS(__wasi_path_create_directory(dir, "x"), NOTCAPABLE);
  FAILS(__wasi_path_remove_directory(dir, "x"), NOTCAPABLE);
  FAILS(__wasi_path_unlink_file(dir, "new"), NOTCAPABLE);
  FAILS(__wasi_path_rename(dir, "new", ROOT, "x"), NOTCAPABLE);
  FAILS(__wasi_path_rename(ROOT, "file", dir, "x"), NOTCAPABLE);
  FAILS(__wasi_path_link(dir, 0, "new", ROOT, "x"), NOTCAPABLE);
  FAILS(__wasi_path_link(ROOT, 0, "file", dir, "x"), NOTCAPABLE);
  FAILS(__wasi_path_symlink("new", dir, "x"), NOTCAPABLE);
  FAILS(__wasi_path_readlink(dir, "new", text, sizeof text, &moved), NOTCAPABLE);
  FAILS(__wasi_path_filestat_get(dir, 0, "new", &stat), NOTCAPABLE);
  FAILS(__wasi_path_filestat_set_times(dir, 0, "new", 0, 0, __WASI_FSTFLAGS_MTIM), NOTCAPABLE);
  FAILS(__wasi_fd_readdir(dir, text, sizeof text, 0, &moved), NOTCAPABLE);
  OK(__wasi_fd_close(dir));

  OK(__wasi_path_unlink_file(ROOT, "dir/new"));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
