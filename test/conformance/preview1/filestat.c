#include "check.h"

#define SECOND 1000000000ull

static void program(void) {
  make_file("file", "12345");
  make_file("other", "");
  __wasi_fd_t fd = open_file("file", 0);
  __wasi_filestat_t stat = filestat_of(fd);
  IS(stat.size, 5);
  IS(stat.nlink, 1);
  IS(stat.filetype, __WASI_FILETYPE_REGULAR_FILE);
  TRUE(stat.ino != 0);
  TRUE(stat.mtim > SECOND && stat.atim > SECOND && stat.ctim > SECOND);
  IS(filestat_at("file").ino, stat.ino);
  IS(filestat_at("other").dev, stat.dev);
  TRUE(filestat_at("other").ino != stat.ino);
  IS(filestat_of(ROOT).filetype, __WASI_FILETYPE_DIRECTORY);
  IS(filestat_at(".").ino, filestat_of(ROOT).ino);

  // Size: cut, grow with zeroes, and sizes that no file has.
  OK(__wasi_fd_filestat_set_size(fd, 2));
  TRUE(content_is("file", "12"));
  OK(__wasi_fd_filestat_set_size(fd, 4));
  IS(filestat_of(fd).size, 4);
  char bytes[4];
  __wasi_size_t got = 0;
  OK(read_bytes(fd, bytes, 4, &got));
  TRUE(got == 4 && memcmp(bytes, "12\0\0", 4) == 0);
  FAILS(__wasi_fd_filestat_set_size(fd, UINT64_MAX), INVAL);
  IS(filestat_of(fd).size, 4);

  // Times to the nanosecond; the other one stays as it is.
  stat = filestat_of(fd);
  OK(__wasi_fd_filestat_set_times(fd, 0, stat.mtim - 100, __WASI_FSTFLAGS_MTIM));
  IS(filestat_of(fd).mtim, stat.mtim - 100);
  IS(filestat_of(fd).atim, stat.atim);
  OK(__wasi_fd_filestat_set_times(fd, 1234567890123456789ull, 0, __WASI_FSTFLAGS_ATIM));
  IS(filestat_of(fd).atim, 1234567890123456789ull);
  IS(filestat_of(fd).mtim, stat.mtim - 100);
  OK(__wasi_fd_filestat_set_times(fd, 5, 7 * SECOND + 1, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  IS(filestat_of(fd).atim, 5);
  IS(filestat_of(fd).mtim, 7 * SECOND + 1);
  OK(__wasi_fd_filestat_set_times(fd, 1, 1, 0));
  IS(filestat_of(fd).atim, 5);
  __wasi_timestamp_t now = 0;
  OK(__wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 0, &now));
  OK(__wasi_fd_filestat_set_times(fd, 0, 0, __WASI_FSTFLAGS_ATIM_NOW | __WASI_FSTFLAGS_MTIM_NOW));
  TRUE(filestat_of(fd).mtim > now - 10 * SECOND);
  TRUE(filestat_of(fd).atim > now - 10 * SECOND);

  // A time cannot be both a given one and now, and bits without a meaning are none.
  stat = filestat_of(fd);
  FAILS(__wasi_fd_filestat_set_times(fd, 1, 1, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_ATIM_NOW), INVAL);
  FAILS(__wasi_fd_filestat_set_times(fd, 1, 1, __WASI_FSTFLAGS_MTIM | __WASI_FSTFLAGS_MTIM_NOW), INVAL);
  FAILS(__wasi_fd_filestat_set_times(fd, 1, 1, 0x10), INVAL);
  IS(filestat_of(fd).mtim, stat.mtim);
  OK(__wasi_fd_close(fd));
  FAILS(__wasi_fd_filestat_get(fd, &stat), BADF);
  FAILS(__wasi_fd_filestat_set_size(fd, 0), BADF);
  FAILS(__wasi_fd_filestat_set_times(fd, 0, 0, 0), BADF);

  // The times of a folder.
  OK(__wasi_path_create_directory(ROOT, "dir"));
  __wasi_fd_t dir = open_folder("dir");
  OK(__wasi_fd_filestat_set_times(dir, 3 * SECOND, 4 * SECOND, __WASI_FSTFLAGS_ATIM | __WASI_FSTFLAGS_MTIM));
  IS(filestat_at("dir").mtim, 4 * SECOND);
  OK(__wasi_fd_close(dir));

  // What has no name any more is still there for who holds it.
  fd = open_file("file", 0);
  OK(__wasi_path_unlink_file(ROOT, "file"));
  IS(filestat_of(fd).nlink, 0);
  put(fd, "held");
  OK(__wasi_fd_close(fd));
  OK(__wasi_path_unlink_file(ROOT, "other"));
  OK(__wasi_path_remove_directory(ROOT, "dir"));
}
