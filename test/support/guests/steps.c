// A guest that does what its standard input says, one step in a line, and prints one line for each: "ok ..." or "err N".
// Words are separated by spaces; in a word, %XX is a byte, so that a path may hold anything.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

#define IMPORT(name) __attribute__((__import_module__("wasi_snapshot_preview1"), __import_name__(#name)))

// The declarations of wasi-libc take C strings; these take any bytes.
IMPORT(path_open) int path_open(int, int, const char *, int, int, int64_t, int64_t, int, int *);
IMPORT(path_filestat_get) int path_filestat_get(int, int, const char *, int, void *);
IMPORT(path_filestat_set_times) int path_filestat_set_times(int, int, const char *, int, int64_t, int64_t, int);
IMPORT(path_create_directory) int path_create_directory(int, const char *, int);
IMPORT(path_remove_directory) int path_remove_directory(int, const char *, int);
IMPORT(path_unlink_file) int path_unlink_file(int, const char *, int);
IMPORT(path_rename) int path_rename(int, const char *, int, int, const char *, int);
IMPORT(path_link) int path_link(int, int, const char *, int, int, const char *, int);
IMPORT(path_symlink) int path_symlink(const char *, int, int, const char *, int);
IMPORT(path_readlink) int path_readlink(int, const char *, int, char *, int, int *);

#define MAX_WORDS 16
#define BUFFER (1 << 20)
static char line[1 << 22];
static char *words[MAX_WORDS];
static int lengths[MAX_WORDS];
static int count;
static int slots[1024];
static char buffer[BUFFER];

static void decode(int i) {
  char *in = words[i], *out = words[i];
  for (; *in; in++, out++) {
    if (*in != '%') { *out = *in; continue; }
    char hex[3] = {in[1], in[2], 0};
    *out = (char)strtol(hex, NULL, 16);
    in += 2;
  }
  lengths[i] = (int)(out - words[i]);
  *out = 0;
}

static void print_encoded(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = bytes[i];
    if (byte <= ' ' || byte == '%' || byte >= 127) printf("%%%02x", byte);
    else putchar(byte);
  }
}

// "@N" is what was opened as N, "#N" the descriptor N itself, anything else the name of a preopened folder.
static int fd_of(int i) {
  if (words[i][0] == '@') return slots[atoi(words[i] + 1)];
  if (words[i][0] == '#') return atoi(words[i] + 1);
  __wasi_prestat_t prestat;
  for (int fd = 3; __wasi_fd_prestat_get(fd, &prestat) == 0; fd++) {
    char name[4096] = {0};
    if (prestat.u.dir.pr_name_len >= sizeof name) continue;
    if (__wasi_fd_prestat_dir_name(fd, (uint8_t *)name, prestat.u.dir.pr_name_len) == 0 && strcmp(name, words[i]) == 0)
      return fd;
  }
  return 1 << 30;
}

static int64_t number(int i) { return (int64_t)strtoull(words[i], NULL, 0); }
#define PATH(i) fd_of(i), words[(i) + 1], lengths[(i) + 1]
#define FOLLOWED(i) fd_of(i), (int)number((i) + 2), words[(i) + 1], lengths[(i) + 1]

static int read_all(int fd, size_t *got) {
  *got = 0;
  for (;;) {
    __wasi_iovec_t into = {(uint8_t *)buffer + *got, BUFFER - *got};
    __wasi_size_t n = 0;
    int error = __wasi_fd_read(fd, &into, 1, &n);
    if (error || n == 0 || *got + n >= BUFFER) { *got += n; return error; }
    *got += n;
  }
}

static int write_all(int fd, const char *bytes, size_t length) {
  __wasi_ciovec_t from = {(const uint8_t *)bytes, length};
  __wasi_size_t n = 0;
  return __wasi_fd_write(fd, &from, 1, &n);
}

static int open_file(int i, int follow, int oflags, uint64_t rights, int fdflags, int *fd) {
  return path_open(fd_of(i), follow, words[i + 1], lengths[i + 1], oflags, (int64_t)rights, -1, fdflags, fd);
}

static void print_stat(const __wasi_filestat_t *stat) {
  printf("type=%d size=%llu links=%llu mtime=%llu", stat->filetype, stat->size, stat->nlink, stat->mtim);
}

static int list(int fd) {
  __wasi_dircookie_t cookie = 0;
  for (;;) {
    __wasi_size_t used = 0;
    int error = __wasi_fd_readdir(fd, (uint8_t *)buffer, 65536, cookie, &used);
    if (error) return error;
    for (size_t at = 0; at + sizeof(__wasi_dirent_t) <= used;) {
      __wasi_dirent_t *entry = (__wasi_dirent_t *)(buffer + at);
      char *name = buffer + at + sizeof *entry;
      if (name + entry->d_namlen > buffer + used) break;
      print_encoded(name, entry->d_namlen);
      putchar(' ');
      cookie = entry->d_next;
      at += sizeof *entry + entry->d_namlen;
    }
    if (used < 65536) return 0;
  }
}

#define IS(name) (strcmp(words[0], name) == 0)

static int step(void) {
  int error = 0, fd = -1, n = 0;
  size_t got = 0;
  __wasi_size_t moved = 0;
  __wasi_filestat_t stat;
  if (IS("open")) { // FOLDER PATH FOLLOW OFLAGS RIGHTS FDFLAGS SLOT
    error = open_file(1, (int)number(3), (int)number(4), (uint64_t)number(5), (int)number(6), &fd);
    if (!error) slots[number(7)] = fd;
    return error;
  }
  if (IS("cat")) {
    if ((error = open_file(1, 1, 0, __WASI_RIGHTS_FD_READ, 0, &fd))) return error;
    error = read_all(fd, &got);
    if (!error) print_encoded(buffer, got);
    (void)!__wasi_fd_close(fd);
    return error;
  }
  if (IS("put")) { // FOLDER PATH TEXT
    if ((error = open_file(1, 1, __WASI_OFLAGS_CREAT | __WASI_OFLAGS_TRUNC, __WASI_RIGHTS_FD_WRITE, 0, &fd))) return error;
    error = write_all(fd, words[3], lengths[3]);
    (void)!__wasi_fd_close(fd);
    return error;
  }
  if (IS("append")) { // FOLDER PATH TEXT
    if ((error = open_file(1, 1, 0, __WASI_RIGHTS_FD_WRITE, __WASI_FDFLAGS_APPEND, &fd))) return error;
    error = write_all(fd, words[3], lengths[3]);
    (void)!__wasi_fd_close(fd);
    return error;
  }
  if (IS("close")) return __wasi_fd_close(fd_of(1));
  if (IS("renumber")) return __wasi_fd_renumber(fd_of(1), fd_of(2));
  if (IS("renumber-slot")) { // FROM TO: "@FROM" is "@TO" from now on
    slots[number(2)] = slots[number(1)];
    return 0;
  }
  if (IS("read")) {
    error = read_all(fd_of(1), &got);
    print_encoded(buffer, got);
    return error;
  }
  if (IS("pread")) { // FILE LENGTH OFFSET
    __wasi_iovec_t into = {(uint8_t *)buffer, (size_t)number(2)};
    error = __wasi_fd_pread(fd_of(1), &into, 1, number(3), &moved);
    if (!error) print_encoded(buffer, moved);
    return error;
  }
  if (IS("write")) return write_all(fd_of(1), words[2], lengths[2]);
  if (IS("pwrite")) { // FILE TEXT OFFSET
    __wasi_ciovec_t from = {(const uint8_t *)words[2], lengths[2]};
    return __wasi_fd_pwrite(fd_of(1), &from, 1, number(3), &moved);
  }
  if (IS("size")) return __wasi_fd_filestat_set_size(fd_of(1), number(2));
  if (IS("allocate")) return __wasi_fd_allocate(fd_of(1), number(2), number(3));
  if (IS("setflags")) return __wasi_fd_fdstat_set_flags(fd_of(1), (int)number(2));
  if (IS("times")) return __wasi_fd_filestat_set_times(fd_of(1), number(2), number(3), (int)number(4));
  if (IS("times-at")) return path_filestat_set_times(FOLLOWED(1), number(4), number(5), (int)number(6));
  if (IS("sync")) return __wasi_fd_sync(fd_of(1));
  if (IS("fstat")) {
    if (!(error = __wasi_fd_filestat_get(fd_of(1), &stat))) print_stat(&stat);
    return error;
  }
  if (IS("stat")) {
    if (!(error = path_filestat_get(FOLLOWED(1), &stat))) print_stat(&stat);
    return error;
  }
  if (IS("mkdir")) return path_create_directory(PATH(1));
  if (IS("rmdir")) return path_remove_directory(PATH(1));
  if (IS("unlink")) return path_unlink_file(PATH(1));
  if (IS("rename")) return path_rename(PATH(1), PATH(3));
  if (IS("link")) return path_link(FOLLOWED(1), PATH(4));
  if (IS("symlink")) return path_symlink(words[1], lengths[1], PATH(2));
  if (IS("readlink")) {
    if (!(error = path_readlink(PATH(1), buffer, BUFFER, &n))) print_encoded(buffer, n);
    return error;
  }
  if (IS("list")) return list(fd_of(1));
  if (IS("ls")) { // FOLDER PATH
    if ((error = open_file(1, 1, __WASI_OFLAGS_DIRECTORY, __WASI_RIGHTS_FD_READDIR, 0, &fd))) return error;
    error = list(fd);
    (void)!__wasi_fd_close(fd);
    return error;
  }
  if (IS("preopens")) {
    __wasi_prestat_t prestat;
    for (fd = 3; __wasi_fd_prestat_get(fd, &prestat) == 0; fd++) {
      (void)!__wasi_fd_prestat_dir_name(fd, (uint8_t *)buffer, prestat.u.dir.pr_name_len);
      print_encoded(buffer, prestat.u.dir.pr_name_len);
      putchar(' ');
    }
    return 0;
  }
  if (IS("random")) {
    char *bytes = malloc(number(1));
    return bytes == NULL ? __WASI_ERRNO_NOMEM : __wasi_random_get((uint8_t *)bytes, number(1));
  }
  if (IS("stderr")) return write_all(2, words[1], lengths[1]);
  if (IS("flood")) { // DESCRIPTOR TIMES
    memset(buffer, 'x', 65536);
    for (int64_t i = number(2); i > 0; i--) if ((error = write_all(fd_of(1), buffer, 65536))) return error;
    return 0;
  }
  if (IS("poll")) { // NANOSECONDS; negative: on standard input instead
    __wasi_subscription_t wanted = {0};
    __wasi_event_t event;
    wanted.u.tag = __WASI_EVENTTYPE_CLOCK;
    wanted.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
    wanted.u.u.clock.timeout = number(1);
    return __wasi_poll_oneoff(&wanted, &event, 1, &moved);
  }
  if (IS("poll-stdin")) {
    __wasi_subscription_t wanted = {0};
    __wasi_event_t event;
    wanted.u.tag = __WASI_EVENTTYPE_FD_READ;
    return __wasi_poll_oneoff(&wanted, &event, 1, &moved);
  }
  if (IS("spin")) for (volatile int i = 0;; i++) {}
  if (IS("exit")) { fflush(stdout); __wasi_proc_exit((unsigned)number(1)); }
  return __WASI_ERRNO_NOSYS;
}

// Standard input in pieces as they come: libc's own buffer would wait until it is full.
static int next_byte(void) {
  static unsigned char piece[1 << 16];
  static __wasi_size_t at, got;
  if (at == got) {
    __wasi_iovec_t into = {piece, sizeof piece};
    at = got = 0;
    if (__wasi_fd_read(0, &into, 1, &got) || got == 0) return -1;
  }
  return piece[at++];
}

static int next_line(void) {
  size_t length = 0;
  int byte;
  while ((byte = next_byte()) != -1 && byte != '\n')
    if (length + 1 < sizeof line) line[length++] = (char)byte;
  line[length] = 0;
  return byte != -1 || length > 0;
}

static void split(char *text) {
  count = 0;
  for (char *word = strtok(text, " "); word != NULL && count < MAX_WORDS; word = strtok(NULL, " ")) words[count++] = word;
  for (int i = 0; i < count; i++) decode(i);
}

// "repeat N step…": how many were done, and the error that ended it; "try N step…" goes on whatever happens. "$i" in a
// word is the number of the turn.
static int repeat(int stubborn) {
  static char template[1 << 16], turn[1 << 17];
  const char *rest = strchr(strchr(line, ' ') + 1, ' ') + 1;
  long long turns = atoll(strchr(line, ' ') + 1), done = 0;
  strncpy(template, rest, sizeof template - 1);
  int error = 0;
  for (; done < turns && !error; done++) {
    char *out = turn;
    for (char *in = template; *in; in++) {
      if (in[0] == '$' && in[1] == 'i') { out += sprintf(out, "%lld", done); in++; }
      else *out++ = *in;
    }
    *out = 0;
    split(turn);
    error = step();
    if (stubborn) error = 0;
  }
  printf("done=%lld", error ? done - 1 : done);
  return error;
}

int main(void) {
  static char kept[1 << 20];
  setvbuf(stdout, kept, _IOFBF, sizeof kept);
  while (next_line()) {
    printf("> ");
    int error;
    if (strncmp(line, "repeat ", 7) == 0) error = repeat(0);
    else if (strncmp(line, "try ", 4) == 0) error = repeat(1);
    else { split(line); error = count == 0 ? 0 : step(); }
    if (error) printf("\x01%d\n", error);
    else printf("\n");
    fflush(stdout);
  }
  return 0;
}
