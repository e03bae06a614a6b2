#include "check.h"

// Run with two folders, as "/" and as "data/in".
static void program(void) {
  __wasi_prestat_t prestat = {.tag = 9};
  uint8_t name[16];
  OK(__wasi_fd_prestat_get(3, &prestat));
  IS(prestat.tag, __WASI_PREOPENTYPE_DIR);
  IS(prestat.u.dir.pr_name_len, 1);
  memset(name, 'x', sizeof name);
  OK(__wasi_fd_prestat_dir_name(3, name, 1));
  TRUE(name[0] == '/' && name[1] == 'x');

  OK(__wasi_fd_prestat_get(4, &prestat));
  IS(prestat.u.dir.pr_name_len, 7);
  FAILS(__wasi_fd_prestat_dir_name(4, name, 6), NAMETOOLONG);
  FAILS(__wasi_fd_prestat_dir_name(4, name, 0), NAMETOOLONG);
  OK(__wasi_fd_prestat_dir_name(4, name, sizeof name));
  TRUE(memcmp(name, "data/inx", 8) == 0);

  FAILS(__wasi_fd_prestat_get(5, &prestat), BADF);
  FAILS(__wasi_fd_prestat_dir_name(5, name, sizeof name), BADF);
  FAILS(__wasi_fd_prestat_get(0x7fffffff, &prestat), BADF);

  __wasi_fdstat_t stat = fdstat_of(3);
  IS(stat.fs_filetype, __WASI_FILETYPE_DIRECTORY);
  IS(stat.fs_flags, 0);
  IS(stat.fs_rights_base & (__WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE), 0);
  TRUE(stat.fs_rights_base & __WASI_RIGHTS_PATH_OPEN);
  IS(stat.fs_rights_inheriting & FILE_RIGHTS, FILE_RIGHTS);

  // What the guest opens is no granted folder, even when it is the same.
  __wasi_fd_t again = open_folder(".");
  FAILS(__wasi_fd_prestat_get(again, &prestat), BADF);
  IS(filestat_of(again).ino, filestat_of(3).ino);

  // A granted folder can be closed, and its number given to another.
  OK(__wasi_fd_close(3));
  FAILS(__wasi_fd_prestat_get(3, &prestat), BADF);
  FAILS(__wasi_fd_close(3), BADF);
  OK(__wasi_fd_renumber(again, 4));
  FAILS(__wasi_fd_fdstat_get(again, &stat), BADF);
  IS(fdstat_of(4).fs_filetype, __WASI_FILETYPE_DIRECTORY);
}
