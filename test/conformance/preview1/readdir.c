#include "check.h"

static uint8_t buffer[4096];

static __wasi_size_t list(__wasi_fd_t fd, __wasi_size_t size, __wasi_dircookie_t cookie) {
  __wasi_size_t used = 0;
  OK(__wasi_fd_readdir(fd, buffer, size, cookie, &used));
  TRUE(used <= size);
  return used;
}

/** The entry at `at`, which moves behind it; false when there is no whole one. */
static bool next(__wasi_size_t *at, __wasi_size_t used, __wasi_dirent_t *entry, char *name) {
  if (used - *at < sizeof *entry) return false;
  memcpy(entry, buffer + *at, sizeof *entry);
  if (used - *at - sizeof *entry < entry->d_namlen) return false;
  memcpy(name, buffer + *at + sizeof *entry, entry->d_namlen);
  name[entry->d_namlen] = 0;
  *at += sizeof *entry + entry->d_namlen;
  return true;
}

/** How many entries of this name are in the listing that was made last. */
static int count_of(const char *wanted, __wasi_size_t used, __wasi_filetype_t type, __wasi_inode_t inode) {
  __wasi_size_t at = 0;
  __wasi_dirent_t entry;
  char name[256];
  int found = 0;
  while (next(&at, used, &entry, name)) {
    if (strcmp(name, wanted) != 0) continue;
    found += 1;
    IS(entry.d_type, type);
    IS(entry.d_ino, inode);
  }
  return found;
}

static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "dir"));
  __wasi_fd_t dir = open_folder("dir");
  __wasi_size_t used = list(dir, sizeof buffer, 0);
  IS(used, 2 * sizeof(__wasi_dirent_t) + 3);
  IS(count_of(".", used, __WASI_FILETYPE_DIRECTORY, filestat_of(dir).ino), 1);
  __wasi_dirent_t entry;
  char name[256];
  __wasi_size_t at = 0;
  TRUE(next(&at, used, &entry, name));
  TRUE(next(&at, used, &entry, name));
  TRUE(strcmp(name, "..") == 0 && entry.d_type == __WASI_FILETYPE_DIRECTORY && entry.d_ino != 0);

  make_file("dir/file", "x");
  OK(__wasi_path_create_directory(ROOT, "dir/sub"));
  OK(__wasi_path_symlink("file", ROOT, "dir/link"));
  make_file("dir/z\xc3\xbcrich \xf0\x9f\x98\x80", "");
  used = list(dir, sizeof buffer, 0);
  IS(count_of("file", used, __WASI_FILETYPE_REGULAR_FILE, filestat_at("dir/file").ino), 1);
  IS(count_of("sub", used, __WASI_FILETYPE_DIRECTORY, filestat_at("dir/sub").ino), 1);
  IS(count_of("link", used, __WASI_FILETYPE_SYMBOLIC_LINK, filestat_at("dir/link").ino), 1);
  IS(count_of("z\xc3\xbcrich \xf0\x9f\x98\x80", used, __WASI_FILETYPE_REGULAR_FILE,
              filestat_at("dir/z\xc3\xbcrich \xf0\x9f\x98\x80").ino), 1);

  // From each cookie the rest follows, in the same order.
  static uint8_t whole[sizeof buffer];
  memcpy(whole, buffer, used);
  __wasi_size_t all = used, start = 0;
  int entries = 0;
  while (start < all) {
    memcpy(&entry, whole + start, sizeof entry);
    start += sizeof entry + entry.d_namlen;
    entries += 1;
    IS(list(dir, sizeof buffer, entry.d_next), all - start);
    IS(memcmp(buffer, whole + start, all - start), 0);
  }
  IS(entries, 6);
  IS(list(dir, sizeof buffer, entry.d_next), 0);
  IS(list(dir, sizeof buffer, UINT64_MAX), 0);

  // A buffer that is too small is filled to its end, with an entry cut off.
  for (__wasi_size_t size = 0; size < 60; size += 7) {
    IS(list(dir, size, 0), size);
    IS(memcmp(buffer, whole, size), 0);
  }

  // What a listing shows from its start on stays while it goes on; begun again it shows what is there.
  memcpy(&entry, whole, sizeof entry);
  make_file("dir/new", "");
  IS(list(dir, sizeof buffer, entry.d_next), all - sizeof entry - entry.d_namlen);
  used = list(dir, sizeof buffer, 0);
  IS(count_of("new", used, __WASI_FILETYPE_REGULAR_FILE, filestat_at("dir/new").ino), 1);
  OK(__wasi_path_unlink_file(ROOT, "dir/new"));
  IS(list(dir, sizeof buffer, 0), all);

  // A descriptor that never began can go on from a cookie.
  __wasi_fd_t other = open_folder("dir");
  IS(list(other, sizeof buffer, entry.d_next), all - sizeof entry - entry.d_namlen);
  OK(__wasi_fd_close(other));

  FAILS(__wasi_fd_readdir(999, buffer, sizeof buffer, 0, &used), BADF);
  OK(__wasi_fd_close(dir));
  FAILS(__wasi_fd_readdir(dir, buffer, sizeof buffer, 0, &used), BADF);
}
