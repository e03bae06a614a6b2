#include "check.h"

static __wasi_errno_t link(const char *from, const char *to) { return __wasi_path_link(ROOT, 0, from, ROOT, to); }

static void program(void) {
  make_file("file", "content");
  OK(link("file", "link"));
  __wasi_filestat_t file = filestat_at("file"), other = filestat_at("link");
  IS(file.ino, other.ino);
  IS(file.dev, other.dev);
  IS(file.nlink, 2);
  IS(other.nlink, 2);
  TRUE(content_is("link", "content"));
  OK(__wasi_path_unlink_file(ROOT, "link"));
  IS(filestat_at("file").nlink, 1);

  OK(__wasi_path_create_directory(ROOT, "dir"));
  __wasi_fd_t dir = open_folder("dir");
  OK(__wasi_path_link(ROOT, 0, "file", dir, "link"));
  TRUE(content_is("dir/link", "content"));
  OK(__wasi_path_unlink_file(dir, "link"));
  OK(__wasi_fd_close(dir));

  // What is there stays.
  make_file("taken", "taken");
  OK(__wasi_path_symlink("nowhere", ROOT, "dangling"));
  FAILS(link("file", "taken"), EXIST);
  FAILS(link("file", "file"), EXIST);
  FAILS(link("file", "dir"), EXIST);
  FAILS(link("file", "dangling"), EXIST);
  TRUE(content_is("taken", "taken"));

  FAILS(link("dir", "x"), PERM);
  FAILS(link("none", "x"), NOENT);
  FAILS(link("file", "none/x"), NOENT);
  FAILS(link("file", "x/"), NOENT);
  FAILS(link("file/", "x"), NOTDIR);
  FAILS(link("", "x"), NOENT);
  FAILS(link("file", ""), NOENT);
  FAILS(__wasi_path_link(999, 0, "file", ROOT, "x"), BADF);
  FAILS(__wasi_path_link(ROOT, 0, "file", 999, "x"), BADF);
  FAILS(__wasi_path_link(ROOT, 2, "file", ROOT, "x"), INVAL);
  TRUE(!exists("x"));

  // A symbolic link that is not followed is linked itself, wherever it leads.
  OK(link("dangling", "copy"));
  IS(filestat_at("copy").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  IS(filestat_at("copy").ino, filestat_at("dangling").ino);
  OK(__wasi_path_unlink_file(ROOT, "copy"));
  OK(__wasi_path_symlink("loop", ROOT, "loop"));
  OK(link("loop", "copy"));
  OK(__wasi_path_unlink_file(ROOT, "copy"));
}
