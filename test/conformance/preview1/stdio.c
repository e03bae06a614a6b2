#include "check.h"
#include <unistd.h>

static void program(void) {
  __wasi_fdstat_t in = fdstat_of(0), out = fdstat_of(1), err = fdstat_of(2);
  TRUE(in.fs_rights_base & __WASI_RIGHTS_FD_READ);
  IS(in.fs_rights_base & __WASI_RIGHTS_FD_WRITE, 0);
  TRUE(out.fs_rights_base & __WASI_RIGHTS_FD_WRITE);
  IS(out.fs_rights_base & __WASI_RIGHTS_FD_READ, 0);
  TRUE(err.fs_rights_base & __WASI_RIGHTS_FD_WRITE);
  IS(out.fs_rights_inheriting, 0);
  for (int fd = 0; fd < 3; fd += 1) IS(isatty(fd), 0);

  __wasi_size_t moved;
  char bytes[4];
  FAILS(write_text(0, "x", &moved), NOTCAPABLE);
  FAILS(read_bytes(1, bytes, 1, &moved), NOTCAPABLE);

  // A stream has neither position, size, times nor entries.
  __wasi_filesize_t offset;
  __wasi_iovec_t piece = {(uint8_t *)bytes, 1};
  __wasi_ciovec_t const_piece = {(uint8_t *)bytes, 1};
  for (int fd = 0; fd < 3; fd += 1) {
    __wasi_filestat_t stat = filestat_of(fd);
    IS(stat.size, 0);
    FAILS(__wasi_fd_seek(fd, 0, __WASI_WHENCE_CUR, &offset), SPIPE);
    FAILS(__wasi_fd_tell(fd, &offset), SPIPE);
    FAILS(__wasi_fd_pread(fd, &piece, 1, 0, &moved), SPIPE);
    FAILS(__wasi_fd_pwrite(fd, &const_piece, 1, 0, &moved), SPIPE);
    FAILS(__wasi_fd_advise(fd, 0, 0, __WASI_ADVICE_NORMAL), SPIPE);
    FAILS(__wasi_fd_allocate(fd, 0, 1), SPIPE);
    FAILS(__wasi_fd_sync(fd), INVAL);
    FAILS(__wasi_fd_datasync(fd), INVAL);
    FAILS(__wasi_fd_filestat_set_size(fd, 0), INVAL);
    FAILS(__wasi_fd_filestat_set_times(fd, 0, 0, __WASI_FSTFLAGS_MTIM), BADF);
    FAILS(__wasi_fd_readdir(fd, (uint8_t *)bytes, sizeof bytes, 0, &moved), NOTDIR);
    FAILS(try_open(fd, "file", 0, 0, 0), NOTDIR);
    __wasi_prestat_t prestat;
    FAILS(__wasi_fd_prestat_get(fd, &prestat), BADF);
  }

  // Standard streams are descriptors like others: they can be closed, and their numbers given to others.
  __wasi_fd_t file = open_with("file", __WASI_OFLAGS_CREAT, FILE_RIGHTS, 0);
  OK(__wasi_fd_renumber(0, file));
  __wasi_fdstat_t stat;
  FAILS(__wasi_fd_fdstat_get(0, &stat), BADF);
  IS(fdstat_of(file).fs_rights_base, in.fs_rights_base);
  OK(__wasi_fd_close(2));
  FAILS(write_text(2, "x", &moved), BADF);
  // The lowest free number is the next one.
  IS(open_file("file", 0), 0);
  IS(open_file("file", 0), 2);
  OK(__wasi_path_unlink_file(ROOT, "file"));
}
