#include "check.h"

static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "dir"));
  FAILS(__wasi_path_unlink_file(ROOT, "dir"), ISDIR);
  FAILS(__wasi_path_unlink_file(ROOT, "dir/"), ISDIR);
  FAILS(__wasi_path_unlink_file(ROOT, "none"), NOENT);
  FAILS(__wasi_path_unlink_file(ROOT, "none/file"), NOENT);
  FAILS(__wasi_path_unlink_file(ROOT, ""), NOENT);
  FAILS(__wasi_path_unlink_file(999, "file"), BADF);
  make_file("file", "");
  FAILS(__wasi_path_unlink_file(ROOT, "file/"), NOTDIR);
  FAILS(__wasi_path_unlink_file(ROOT, "file/x"), NOTDIR);
  OK(__wasi_path_unlink_file(ROOT, "file"));
  FAILS(__wasi_path_unlink_file(ROOT, "file"), NOENT);

  // Of a link the link is removed.
  make_file("file", "stays");
  OK(__wasi_path_symlink("file", ROOT, "to-file"));
  OK(__wasi_path_symlink("dir", ROOT, "to-dir"));
  OK(__wasi_path_symlink("nowhere", ROOT, "dangling"));
  OK(__wasi_path_unlink_file(ROOT, "to-file"));
  FAILS(__wasi_path_unlink_file(ROOT, "to-dir/"), ISDIR);
  OK(__wasi_path_unlink_file(ROOT, "to-dir"));
  OK(__wasi_path_unlink_file(ROOT, "dangling"));
  TRUE(content_is("file", "stays"));
  TRUE(exists("dir"));
  OK(__wasi_path_unlink_file(ROOT, "file"));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
}
