#include "check.h"

static void program(void) {
  __wasi_fd_t fd = 99;

  // Create, create only what is new, open what is there.
  FAILS(try_open(ROOT, "file", 0, 0, 0), NOENT);
  FAILS(try_open(ROOT, "file", 0, __WASI_OFLAGS_TRUNC, FILE_RIGHTS), NOENT);
  FAILS(try_open(ROOT, "none/file", 0, __WASI_OFLAGS_CREAT, 0), NOENT);
  OK(try_open(ROOT, "file", 0, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, 0));
  FAILS(try_open(ROOT, "file", 0, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, 0), EXIST);
  OK(try_open(ROOT, "file", 0, __WASI_OFLAGS_CREAT, 0));
  OK(try_open(ROOT, "file", 0, 0, 0));
  FAILS(try_open(ROOT, "dir", 0, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_DIRECTORY, 0), INVAL);
  FAILS(try_open(ROOT, "file", 0, 0x10, 0), INVAL);
  FAILS(try_open(ROOT, "file", 2, 0, 0), INVAL);
  FAILS(try_open(999, "file", 0, 0, 0), BADF);

  // A descriptor has the rights that were asked for, as far as they make sense for what it is.
  fd = open_with("file", 0, __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_PATH_OPEN, 0);
  TRUE(fd > 2);
  __wasi_fdstat_t stat = fdstat_of(fd);
  IS(stat.fs_filetype, __WASI_FILETYPE_REGULAR_FILE);
  IS(stat.fs_rights_base, __WASI_RIGHTS_FD_READ);
  IS(stat.fs_flags, 0);
  __wasi_size_t moved = 0;
  TRUE(rest_is(fd, ""));
  FAILS(write_text(fd, "x", &moved), NOTCAPABLE);
  OK(__wasi_fd_close(fd));
  fd = open_with("file", 0, __WASI_RIGHTS_FD_WRITE, 0);
  put(fd, "to be cut");
  char bytes[4];
  FAILS(read_bytes(fd, bytes, 4, &moved), NOTCAPABLE);
  OK(__wasi_fd_close(fd));

  // Without the flag what is there stays; with it nothing does, whatever rights the descriptor gets.
  OK(try_open(ROOT, "file", 0, __WASI_OFLAGS_CREAT, FILE_RIGHTS));
  TRUE(content_is("file", "to be cut"));
  OK(try_open(ROOT, "file", 0, __WASI_OFLAGS_TRUNC, 0));
  TRUE(content_is("file", ""));
  make_file("file", "again");
  fd = open_with("file", __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, __WASI_RIGHTS_FD_READ, 0);
  TRUE(rest_is(fd, ""));
  OK(__wasi_fd_close(fd));

  // Truncating by path is a right of the folder.
  OK(__wasi_path_create_directory(ROOT, "dir"));
  make_file("dir/file", "kept");
  __wasi_fd_t dir = open_folder("dir");
  stat = fdstat_of(dir);
  IS(stat.fs_rights_base & __WASI_RIGHTS_FD_FILESTAT_SET_SIZE, 0);
  OK(__wasi_fd_fdstat_set_rights(dir, stat.fs_rights_base,
                                 stat.fs_rights_inheriting & ~__WASI_RIGHTS_FD_FILESTAT_SET_SIZE));
  OK(try_open(dir, "file", 0, __WASI_OFLAGS_TRUNC, 0));
  make_file("dir/file", "kept");
  OK(__wasi_fd_fdstat_set_rights(dir, stat.fs_rights_base & ~__WASI_RIGHTS_PATH_FILESTAT_SET_SIZE, 0));
  IS(fdstat_of(dir).fs_rights_base & __WASI_RIGHTS_PATH_FILESTAT_SET_SIZE, 0);
  FAILS(try_open(dir, "file", 0, __WASI_OFLAGS_TRUNC, 0), PERM);
  TRUE(content_is("dir/file", "kept"));
  OK(__wasi_fd_close(dir));

  // The same as the granted folder, with what it has and with nothing.
  stat = fdstat_of(ROOT);
  OK(__wasi_path_open(ROOT, 0, ".", 0, stat.fs_rights_base, stat.fs_rights_inheriting, 0, &fd));
  IS(fdstat_of(fd).fs_rights_base, stat.fs_rights_base);
  IS(fdstat_of(fd).fs_rights_inheriting, stat.fs_rights_inheriting);
  OK(__wasi_fd_close(fd));
  OK(try_open(ROOT, ".", 0, __WASI_OFLAGS_DIRECTORY, 0));
  OK(try_open(ROOT, ".", 0, __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READ));

  // A name is free again when what had it is gone, also while it is held.
  fd = open_file("dir/file", 0);
  OK(__wasi_path_unlink_file(ROOT, "dir/file"));
  make_file("dir/file", "new");
  TRUE(rest_is(fd, "kept"));
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "dir/file"));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
