#include "check.h"

static __wasi_errno_t move(const char *from, const char *to) { return __wasi_path_rename(ROOT, from, ROOT, to); }

static void program(void) {
  // Folders: to a free name, over an empty one, not over a full one or a file.
  OK(__wasi_path_create_directory(ROOT, "source"));
  make_file("source/file", "in it");
  OK(move("source", "target"));
  TRUE(!exists("source"));
  TRUE(content_is("target/file", "in it"));
  OK(__wasi_path_create_directory(ROOT, "source"));
  OK(move("target", "source"));
  TRUE(content_is("source/file", "in it"));
  OK(__wasi_path_create_directory(ROOT, "empty"));
  FAILS(move("empty", "source"), NOTEMPTY);
  FAILS(move("empty", "source/file"), NOTDIR);
  FAILS(move("source", "source/inside"), INVAL);
  TRUE(exists("source/file") && exists("empty"));

  // Files: to a free name, over another, not over a folder.
  make_file("one", "1");
  OK(move("one", "two"));
  TRUE(!exists("one") && content_is("two", "1"));
  make_file("one", "new");
  OK(move("one", "two"));
  TRUE(!exists("one") && content_is("two", "new"));
  FAILS(move("two", "empty"), ISDIR);
  OK(move("two", "two"));
  TRUE(content_is("two", "new"));
  OK(__wasi_path_link(ROOT, 0, "two", ROOT, "same"));
  OK(move("two", "same"));
  TRUE(exists("two") && exists("same"));
  OK(__wasi_path_unlink_file(ROOT, "same"));

  // Slashes at the end.
  OK(move("empty/", "void"));
  OK(move("void", "empty/"));
  OK(move("empty/", "void/"));
  OK(move("void", "empty"));
  FAILS(move("two/", "three"), NOTDIR);
  FAILS(move("two", "three/"), NOTDIR);
  TRUE(exists("two") && !exists("three"));

  // Between folders, by their descriptors.
  __wasi_fd_t source = open_folder("source"), empty = open_folder("empty");
  OK(__wasi_path_rename(source, "file", empty, "moved"));
  TRUE(content_is("empty/moved", "in it"));
  OK(__wasi_fd_close(source));
  OK(__wasi_fd_close(empty));

  // A link itself is moved, and is replaced itself.
  OK(__wasi_path_symlink("two", ROOT, "link"));
  OK(move("link", "moved-link"));
  IS(filestat_at("moved-link").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  make_file("plain", "plain");
  OK(move("plain", "moved-link"));
  IS(filestat_at("moved-link").filetype, __WASI_FILETYPE_REGULAR_FILE);
  TRUE(content_is("two", "new"));

  FAILS(move("none", "x"), NOENT);
  FAILS(move("two", "none/x"), NOENT);
  FAILS(move("", "x"), NOENT);
  FAILS(move("two", ""), NOENT);
  FAILS(__wasi_path_rename(999, "two", ROOT, "x"), BADF);
  FAILS(__wasi_path_rename(ROOT, "two", 999, "x"), BADF);
  TRUE(content_is("two", "new"));
}
