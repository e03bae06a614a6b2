// What every program here shares. A program prints nothing and exits 0, or one line for each expectation that does not
// hold and exits 1. Calls go to the functions of <wasi/api.h>; raw_* are the same calls with lengths of one's own.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wasi/api.h>

#define ROOT 3

#define RAW(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(name)))

int32_t raw_args_get(uint32_t list, uint32_t text) RAW("args_get");
int32_t raw_clock_time_get(int32_t id, int64_t precision, uint32_t out) RAW("clock_time_get");
int32_t raw_fd_fdstat_get(int32_t fd, uint32_t out) RAW("fd_fdstat_get");
int32_t raw_fd_filestat_get(int32_t fd, uint32_t out) RAW("fd_filestat_get");
int32_t raw_fd_prestat_get(int32_t fd, uint32_t out) RAW("fd_prestat_get");
int32_t raw_fd_read(int32_t fd, uint32_t list, uint32_t count, uint32_t out) RAW("fd_read");
int32_t raw_fd_write(int32_t fd, uint32_t list, uint32_t count, uint32_t out) RAW("fd_write");
int32_t raw_fd_readdir(int32_t fd, uint32_t at, uint32_t size, int64_t cookie, uint32_t out) RAW("fd_readdir");
int32_t raw_path_create_directory(int32_t fd, const void *path, uint32_t length) RAW("path_create_directory");
int32_t raw_path_open(int32_t fd, int32_t lookup, const void *path, uint32_t length, int32_t oflags, int64_t base,
                      int64_t inheriting, int32_t flags, uint32_t out) RAW("path_open");
int32_t raw_poll_oneoff(uint32_t in, uint32_t out, uint32_t count, uint32_t happened) RAW("poll_oneoff");
int32_t raw_proc_raise(int32_t signal) RAW("proc_raise");
int32_t raw_random_get(uint32_t at, uint32_t length) RAW("random_get");

static int failures;

static void print(const char *text) {
  __wasi_ciovec_t piece = {(const uint8_t *)text, strlen(text)};
  __wasi_size_t written;
  (void)__wasi_fd_write(1, &piece, 1, &written);
}

static void print_number(long long number) {
  char text[24];
  char *at = text + sizeof text - 1;
  unsigned long long rest = number < 0 ? 0ull - (unsigned long long)number : (unsigned long long)number;
  *at = 0;
  do *--at = '0' + rest % 10;
  while ((rest /= 10) != 0);
  if (number < 0) *--at = '-';
  print(at);
}

static void expect(int line, const char *what, long long got, long long wanted) {
  if (got == wanted) return;
  failures += 1;
  print("line ");
  print_number(line);
  print(": ");
  print(what);
  print(" is ");
  print_number(got);
  print(", expected ");
  print_number(wanted);
  print("\n");
}

#define IS(got, wanted) expect(__LINE__, #got, (long long)(got), (long long)(wanted))
#define OK(call) IS(call, 0)
#define FAILS(call, errno_name) IS(call, __WASI_ERRNO_##errno_name)
#define TRUE(condition) IS(!!(condition), 1)

/** Of this address and of those above nothing is in memory. */
#define NOWHERE 0xfffffff0u

#define FILE_RIGHTS                                                                                                    \
  (__WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL |                    \
   __WASI_RIGHTS_FD_FDSTAT_SET_FLAGS | __WASI_RIGHTS_FD_SYNC | __WASI_RIGHTS_FD_DATASYNC | __WASI_RIGHTS_FD_ADVISE |   \
   __WASI_RIGHTS_FD_ALLOCATE | __WASI_RIGHTS_FD_FILESTAT_GET | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE |                    \
   __WASI_RIGHTS_FD_FILESTAT_SET_TIMES | __WASI_RIGHTS_POLL_FD_READWRITE)

static __wasi_fdstat_t fdstat_of(__wasi_fd_t fd) {
  __wasi_fdstat_t stat = {0};
  OK(__wasi_fd_fdstat_get(fd, &stat));
  return stat;
}

static __wasi_filestat_t filestat_of(__wasi_fd_t fd) {
  __wasi_filestat_t stat = {0};
  OK(__wasi_fd_filestat_get(fd, &stat));
  return stat;
}

static __wasi_filestat_t filestat_at(const char *path) {
  __wasi_filestat_t stat = {0};
  OK(__wasi_path_filestat_get(ROOT, 0, path, &stat));
  return stat;
}

static bool exists(const char *path) {
  __wasi_filestat_t stat;
  return __wasi_path_filestat_get(ROOT, 0, path, &stat) == 0;
}

/** The errno of opening with nothing but these flags; what was opened is closed again. */
static __wasi_errno_t try_open(__wasi_fd_t folder, const char *path, __wasi_lookupflags_t lookup,
                               __wasi_oflags_t oflags, __wasi_rights_t rights) {
  __wasi_fd_t fd;
  __wasi_errno_t error = __wasi_path_open(folder, lookup, path, oflags, rights, 0, 0, &fd);
  if (error == 0) (void)__wasi_fd_close(fd);
  return error;
}

static __wasi_fd_t open_with(const char *path, __wasi_oflags_t oflags, __wasi_rights_t rights, __wasi_fdflags_t flags) {
  __wasi_fd_t fd = 0;
  OK(__wasi_path_open(ROOT, 0, path, oflags, rights, 0, flags, &fd));
  return fd;
}

static __wasi_fd_t open_file(const char *path, __wasi_oflags_t oflags) {
  return open_with(path, oflags, FILE_RIGHTS, 0);
}

/** A folder with all that the first granted one has. */
static __wasi_fd_t open_folder(const char *path) {
  __wasi_fdstat_t root = fdstat_of(ROOT);
  __wasi_fd_t fd = 0;
  OK(__wasi_path_open(ROOT, 0, path, __WASI_OFLAGS_DIRECTORY, root.fs_rights_base, root.fs_rights_inheriting, 0, &fd));
  return fd;
}

static __wasi_errno_t write_text(__wasi_fd_t fd, const char *text, __wasi_size_t *written) {
  __wasi_ciovec_t piece = {(const uint8_t *)text, strlen(text)};
  return __wasi_fd_write(fd, &piece, 1, written);
}

static __wasi_errno_t read_bytes(__wasi_fd_t fd, void *at, __wasi_size_t size, __wasi_size_t *got) {
  __wasi_iovec_t piece = {at, size};
  return __wasi_fd_read(fd, &piece, 1, got);
}

/** Puts `text` at the descriptor's position. */
static void put(__wasi_fd_t fd, const char *text) {
  __wasi_size_t written = 0;
  OK(write_text(fd, text, &written));
  IS(written, strlen(text));
}

static __wasi_filesize_t seek(__wasi_fd_t fd, __wasi_filedelta_t by, __wasi_whence_t whence) {
  __wasi_filesize_t offset = 0;
  OK(__wasi_fd_seek(fd, by, whence, &offset));
  return offset;
}

/** Whether `text` is exactly what is there from the descriptor's position to the end. */
static bool rest_is(__wasi_fd_t fd, const char *text) {
  char bytes[512];
  __wasi_size_t got = 0;
  OK(read_bytes(fd, bytes, sizeof bytes, &got));
  return got == strlen(text) && memcmp(bytes, text, got) == 0;
}

static void make_file(const char *path, const char *text) {
  __wasi_fd_t fd = open_file(path, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC);
  put(fd, text);
  OK(__wasi_fd_close(fd));
}

static bool content_is(const char *path, const char *text) {
  __wasi_fd_t fd = open_with(path, 0, __WASI_RIGHTS_FD_READ, 0);
  bool same = rest_is(fd, text);
  OK(__wasi_fd_close(fd));
  return same;
}

static void program(void);

int main(void) {
  program();
  return failures == 0 ? 0 : 1;
}
