#include "check.h"

static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "dir"));
  FAILS(__wasi_path_create_directory(ROOT, "dir"), EXIST);
  FAILS(__wasi_path_create_directory(ROOT, "dir/"), EXIST);
  FAILS(__wasi_path_create_directory(ROOT, "none/dir"), NOENT);
  FAILS(__wasi_path_create_directory(ROOT, ""), NOENT);
  FAILS(__wasi_path_create_directory(ROOT, "."), EXIST);
  FAILS(__wasi_path_create_directory(999, "x"), BADF);
  OK(__wasi_path_create_directory(ROOT, "dir/slash/"));
  OK(__wasi_path_remove_directory(ROOT, "dir/slash/"));
  make_file("file", "");
  FAILS(__wasi_path_create_directory(ROOT, "file"), EXIST);
  FAILS(__wasi_path_create_directory(ROOT, "file/dir"), NOTDIR);
  OK(__wasi_path_symlink("nowhere", ROOT, "link"));
  FAILS(__wasi_path_create_directory(ROOT, "link"), EXIST);

  OK(__wasi_path_create_directory(ROOT, "dir/nested"));
  FAILS(__wasi_path_remove_directory(ROOT, "dir"), NOTEMPTY);
  FAILS(__wasi_path_remove_directory(ROOT, "file"), NOTDIR);
  FAILS(__wasi_path_remove_directory(ROOT, "file/"), NOTDIR);
  FAILS(__wasi_path_remove_directory(ROOT, "link"), NOTDIR);
  FAILS(__wasi_path_remove_directory(ROOT, "none"), NOENT);
  FAILS(__wasi_path_remove_directory(ROOT, ""), NOENT);
  FAILS(__wasi_path_remove_directory(999, "dir"), BADF);
  OK(__wasi_path_remove_directory(ROOT, "dir/nested"));

  // A folder that is held goes like any other; nothing can be made in it then.
  __wasi_fd_t dir = open_folder("dir");
  OK(__wasi_path_remove_directory(ROOT, "dir"));
  FAILS(try_open(dir, "file", 0, __WASI_OFLAGS_CREAT, 0), NOENT);
  OK(__wasi_path_create_directory(ROOT, "dir"));
  TRUE(filestat_of(dir).ino != filestat_at("dir").ino);
  OK(__wasi_fd_close(dir));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
  OK(__wasi_path_unlink_file(ROOT, "file"));
  OK(__wasi_path_unlink_file(ROOT, "link"));
}
