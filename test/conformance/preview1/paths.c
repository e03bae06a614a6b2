#include "check.h"

static char long_name[5000];

static __wasi_errno_t open_raw(const void *path, uint32_t length) {
  __wasi_fd_t fd = 0;
  __wasi_errno_t error = raw_path_open(ROOT, 0, path, length, 0, 0, 0, 0, (uint32_t)&fd);
  if (error == 0) OK(__wasi_fd_close(fd));
  return error;
}

static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "dir"));
  OK(__wasi_path_create_directory(ROOT, "dir/nested"));
  make_file("dir/nested/file", "found");

  TRUE(content_is("dir/nested/file", "found"));
  TRUE(content_is("dir/.//nested/../../dir/nested/../nested///./file", "found"));
  TRUE(content_is("./dir/nested/file", "found"));
  OK(try_open(ROOT, "dir/nested/", 0, 0, 0));
  OK(try_open(ROOT, "dir/nested///", 0, 0, 0));
  OK(try_open(ROOT, "dir/nested/.", 0, 0, 0));
  OK(try_open(ROOT, "dir/..", 0, 0, 0));

  // A slash at the end means a folder.
  FAILS(try_open(ROOT, "dir/nested/file/", 0, 0, 0), NOTDIR);
  FAILS(try_open(ROOT, "dir/nested/file///", 0, 0, 0), NOTDIR);
  FAILS(try_open(ROOT, "dir/nested/file/.", 0, 0, 0), NOTDIR);
  __wasi_filestat_t stat;
  FAILS(__wasi_path_filestat_get(ROOT, 0, "dir/nested/file/", &stat), NOTDIR);
  OK(__wasi_path_filestat_get(ROOT, 0, "dir/nested/", &stat));

  // What is above a folder is not there for it, by whatever way.
  FAILS(try_open(ROOT, "/dir/nested/file", 0, 0, 0), PERM);
  FAILS(try_open(ROOT, "/", 0, 0, 0), PERM);
  FAILS(try_open(ROOT, "..", 0, 0, 0), PERM);
  FAILS(try_open(ROOT, "../file", 0, 0, 0), PERM);
  FAILS(try_open(ROOT, "dir/nested/../../../dir/nested/file", 0, 0, 0), PERM);
  FAILS(try_open(ROOT, "dir/../../x", 0, __WASI_OFLAGS_CREAT, 0), PERM);
  __wasi_fd_t nested = open_folder("dir/nested");
  FAILS(try_open(nested, "../nested/file", 0, 0, 0), PERM);
  FAILS(try_open(nested, "..", 0, __WASI_OFLAGS_DIRECTORY, 0), PERM);
  FAILS(__wasi_path_filestat_get(nested, 0, "../nested", &stat), PERM);
  FAILS(__wasi_path_create_directory(nested, "../new"), PERM);
  FAILS(__wasi_path_unlink_file(nested, "../nested/file"), PERM);
  FAILS(__wasi_path_rename(nested, "file", nested, "../file"), PERM);
  FAILS(__wasi_path_link(nested, 0, "file", nested, "../file"), PERM);
  FAILS(__wasi_path_symlink("file", nested, "../link"), PERM);
  FAILS(__wasi_path_create_directory(ROOT, "/new"), PERM);
  OK(__wasi_fd_close(nested));

  // What is no path: nothing, a NUL, what is no UTF-8, too long.
  FAILS(open_raw("", 0), NOENT);
  FAILS(open_raw("dir\0", 4), INVAL);
  FAILS(open_raw("dir/nested/file\0.txt", 20), INVAL);
  FAILS(open_raw("a\xff", 2), ILSEQ);
  FAILS(open_raw("\xc0\xaf", 2), ILSEQ);
  FAILS(open_raw("\xed\xa0\x80", 3), ILSEQ);
  memset(long_name, 'n', sizeof long_name);
  FAILS(open_raw(long_name, 256), NAMETOOLONG);
  FAILS(open_raw(long_name, 255), NOENT);
  FAILS(open_raw(long_name, sizeof long_name), NAMETOOLONG);
  FAILS(open_raw("dir", 0xffffffffu), NAMETOOLONG);

  // A path is as long as it says, and bytes are names as they are.
  OK(open_raw("dirt", 3));
  make_file("sp ace \xe2\x82\xac\\:*?\"", "odd");
  TRUE(content_is("sp ace \xe2\x82\xac\\:*?\"", "odd"));
  make_file("\xef\xbb\xbfmark", "with a byte order mark");
  TRUE(exists("\xef\xbb\xbfmark"));
  TRUE(!exists("mark"));
  FAILS(try_open(ROOT, "DIR", 0, 0, 0), NOENT);
}
