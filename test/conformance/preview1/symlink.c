#include "check.h"

static void program(void) {
  uint8_t text[16];
  __wasi_size_t used = 9;
  make_file("file", "content");
  OK(__wasi_path_create_directory(ROOT, "dir"));
  make_file("dir/inner", "inner");

  OK(__wasi_path_symlink("file", ROOT, "link"));
  IS(filestat_at("link").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  IS(filestat_at("link").size, 4);
  memset(text, 'x', sizeof text);
  OK(__wasi_path_readlink(ROOT, "link", text, sizeof text, &used));
  IS(used, 4);
  TRUE(memcmp(text, "filexxxx", 8) == 0);
  memset(text, 'x', sizeof text);
  OK(__wasi_path_readlink(ROOT, "link", text, 2, &used));
  IS(used, 2);
  TRUE(memcmp(text, "fixx", 4) == 0);
  OK(__wasi_path_readlink(ROOT, "link", text, 0, &used));
  IS(used, 0);

  FAILS(__wasi_path_readlink(ROOT, "file", text, sizeof text, &used), INVAL);
  FAILS(__wasi_path_readlink(ROOT, "dir", text, sizeof text, &used), INVAL);
  FAILS(__wasi_path_readlink(ROOT, "none", text, sizeof text, &used), NOENT);
  FAILS(__wasi_path_readlink(999, "link", text, sizeof text, &used), BADF);

  // A link is made wherever the name is free, whether its target is there or not; never one that leaves.
  FAILS(__wasi_path_symlink("x", ROOT, "file"), EXIST);
  FAILS(__wasi_path_symlink("x", ROOT, "dir"), EXIST);
  FAILS(__wasi_path_symlink("x", ROOT, "link"), EXIST);
  FAILS(__wasi_path_symlink("x", ROOT, "dir/"), EXIST);
  FAILS(__wasi_path_symlink("x", ROOT, "file/"), NOTDIR);
  FAILS(__wasi_path_symlink("x", ROOT, "new/"), NOENT);
  FAILS(__wasi_path_symlink("x", ROOT, "none/new"), NOENT);
  FAILS(__wasi_path_symlink("x", ROOT, ""), NOENT);
  FAILS(__wasi_path_symlink("", ROOT, "new"), NOENT);
  FAILS(__wasi_path_symlink("x", 999, "new"), BADF);
  FAILS(__wasi_path_symlink("/", ROOT, "new"), PERM);
  FAILS(__wasi_path_symlink("/etc/passwd", ROOT, "new"), PERM);
  TRUE(!exists("new"));

  // Followed in the middle of a path always, at its end when that is asked for.
  OK(__wasi_path_symlink("dir", ROOT, "to-dir"));
  OK(__wasi_path_symlink("../file", ROOT, "dir/up"));
  TRUE(content_is("to-dir/inner", "inner"));
  OK(try_open(ROOT, "link", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, 0));
  OK(try_open(ROOT, "to-dir", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, __WASI_OFLAGS_DIRECTORY, 0));
  OK(try_open(ROOT, "dir/up", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, 0));
  FAILS(try_open(ROOT, "link", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, __WASI_OFLAGS_DIRECTORY, 0), NOTDIR);
  FAILS(try_open(ROOT, "link", 0, 0, 0), LOOP);
  FAILS(try_open(ROOT, "to-dir", 0, 0, 0), LOOP);
  __wasi_errno_t error = try_open(ROOT, "to-dir", 0, __WASI_OFLAGS_DIRECTORY, 0);
  TRUE(error == __WASI_ERRNO_LOOP || error == __WASI_ERRNO_NOTDIR);
  FAILS(try_open(ROOT, "link", 0, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_EXCL, 0), EXIST);

  // Of a link that leads nowhere, to itself, or in a circle.
  OK(__wasi_path_symlink("nowhere", ROOT, "dangling"));
  OK(__wasi_path_symlink("self", ROOT, "self"));
  OK(__wasi_path_symlink("circle-2", ROOT, "circle-1"));
  OK(__wasi_path_symlink("circle-1", ROOT, "circle-2"));
  FAILS(try_open(ROOT, "dangling", 0, 0, 0), LOOP);
  error = try_open(ROOT, "dangling", 0, __WASI_OFLAGS_DIRECTORY, 0);
  TRUE(error == __WASI_ERRNO_LOOP || error == __WASI_ERRNO_NOTDIR);
  FAILS(try_open(ROOT, "dangling", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, 0), NOENT);
  FAILS(try_open(ROOT, "self", 0, 0, 0), LOOP);
  FAILS(try_open(ROOT, "self", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, 0), LOOP);
  FAILS(try_open(ROOT, "circle-1/x", 0, 0, 0), LOOP);
  __wasi_filestat_t stat;
  OK(__wasi_path_filestat_get(ROOT, 0, "self", &stat));
  FAILS(__wasi_path_filestat_get(ROOT, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, "self", &stat), LOOP);
  FAILS(__wasi_path_filestat_get(ROOT, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, "dangling", &stat), NOENT);

  // Relative to the folder that holds the link, and never above the one that was opened.
  FAILS(__wasi_path_symlink("../../file", ROOT, "dir/out"), PERM);
  __wasi_fd_t dir = open_folder("dir");
  FAILS(try_open(dir, "up", __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, 0, 0), PERM);
  OK(__wasi_fd_close(dir));
}
