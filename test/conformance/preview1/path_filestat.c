#include "check.h"

#define FOLLOW __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW
#define SECOND 1000000000ull

static __wasi_filestat_t followed(const char *path) {
  __wasi_filestat_t stat = {0};
  OK(__wasi_path_filestat_get(ROOT, FOLLOW, path, &stat));
  return stat;
}

static void program(void) {
  make_file("file", "12345");
  OK(__wasi_path_create_directory(ROOT, "dir"));
  OK(__wasi_path_symlink("file", ROOT, "link"));
  OK(__wasi_path_symlink("dir", ROOT, "to-dir"));

  IS(filestat_at("file").filetype, __WASI_FILETYPE_REGULAR_FILE);
  IS(filestat_at("file").size, 5);
  IS(filestat_at("dir").filetype, __WASI_FILETYPE_DIRECTORY);
  IS(filestat_at("link").filetype, __WASI_FILETYPE_SYMBOLIC_LINK);
  IS(followed("file").ino, filestat_at("file").ino);
  IS(followed("link").ino, filestat_at("file").ino);
  IS(followed("to-dir").ino, filestat_at("dir").ino);
  IS(filestat_at("to-dir/").filetype, __WASI_FILETYPE_DIRECTORY);
  __wasi_fd_t fd = open_file("file", 0);
  __wasi_filestat_t held = filestat_of(fd), named = filestat_at("file");
  IS(memcmp(&held, &named, sizeof held), 0);
  OK(__wasi_fd_close(fd));

  __wasi_filestat_t stat;
  FAILS(__wasi_path_filestat_get(ROOT, 0, "none", &stat), NOENT);
  FAILS(__wasi_path_filestat_get(ROOT, 0, "", &stat), NOENT);
  FAILS(__wasi_path_filestat_get(ROOT, 0, "file/x", &stat), NOTDIR);
  FAILS(__wasi_path_filestat_get(ROOT, 2, "file", &stat), INVAL);
  FAILS(__wasi_path_filestat_get(999, 0, "file", &stat), BADF);

  // Times, of the link itself and of what it leads to.
  __wasi_filestat_t file = filestat_at("file"), link = filestat_at("link");
  OK(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, file.mtim - 100, __WASI_FSTFLAGS_MTIM));
  IS(filestat_at("file").mtim, file.mtim - 100);
  IS(filestat_at("file").atim, file.atim);
  OK(__wasi_path_filestat_set_times(ROOT, 0, "link", 0, link.mtim - 200, __WASI_FSTFLAGS_MTIM));
  IS(filestat_at("link").mtim, link.mtim - 200);
  IS(filestat_at("file").mtim, file.mtim - 100);
  OK(__wasi_path_filestat_set_times(ROOT, FOLLOW, "link", 3 * SECOND + 7, 5 * SECOND + 9,
                                    __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  IS(filestat_at("file").atim, 3 * SECOND + 7);
  IS(filestat_at("file").mtim, 5 * SECOND + 9);
  IS(filestat_at("link").mtim, link.mtim - 200);
  OK(__wasi_path_filestat_set_times(ROOT, 0, "dir/", 0, 8 * SECOND, __WASI_FSTFLAGS_MTIM));
  IS(filestat_at("dir").mtim, 8 * SECOND);
  OK(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, 0, __WASI_FSTFLAGS_MTIM_NOW));
  TRUE(filestat_at("file").mtim > 5 * SECOND + 9);
  IS(filestat_at("file").atim, 3 * SECOND + 7);

  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, 0, __WASI_FSTFLAGS_MTIM | __WASI_FSTFLAGS_MTIM_NOW), INVAL);
  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, 0, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_ATIM_NOW), INVAL);
  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "file", 0, 0, 0x10), INVAL);
  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "none", 0, 0, __WASI_FSTFLAGS_MTIM), NOENT);
  FAILS(__wasi_path_filestat_set_times(ROOT, 0, "file/", 0, 0, __WASI_FSTFLAGS_MTIM), NOTDIR);
  FAILS(__wasi_path_filestat_set_times(ROOT, 2, "file", 0, 0, __WASI_FSTFLAGS_MTIM), INVAL);
  FAILS(__wasi_path_filestat_set_times(999, 0, "file", 0, 0, __WASI_FSTFLAGS_MTIM), BADF);
  IS(filestat_at("file").atim, 3 * SECOND + 7);
}
