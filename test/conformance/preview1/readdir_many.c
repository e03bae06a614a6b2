#include "check.h"

// One folder with a thousand files, read in pieces.
static void program(void) {
  OK(__wasi_path_create_directory(ROOT, "many"));
  __wasi_fd_t dir = open_folder("many");
  char name[] = "file.0000";
  for (int i = 0; i < 1000; i += 1) {
    for (int digit = 8, rest = i; digit > 4; digit -= 1, rest /= 10) name[digit] = '0' + rest % 10;
    __wasi_fd_t fd = 0;
    OK(__wasi_path_open(dir, 0, name, __WASI_OFLAGS_CREAT, 0, 0, 0, &fd));
    OK(__wasi_fd_close(fd));
  }

  static bool seen[1000];
  uint8_t buffer[256];
  __wasi_size_t used = sizeof buffer;
  __wasi_dircookie_t cookie = 0;
  int total = 0;
  while (used == sizeof buffer) {
    OK(__wasi_fd_readdir(dir, buffer, sizeof buffer, cookie, &used));
    __wasi_dirent_t entry;
    for (__wasi_size_t at = 0; used - at >= sizeof entry;) {
      memcpy(&entry, buffer + at, sizeof entry);
      at += sizeof entry;
      if (used - at < entry.d_namlen) break;
      const uint8_t *digits = buffer + at + 5;
      if (entry.d_namlen == 9) {
        seen[(digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0'] = true;
      }
      at += entry.d_namlen;
      cookie = entry.d_next;
      total += 1;
    }
  }
  IS(total, 1002);
  for (int i = 0; i < 1000; i += 1) TRUE(seen[i]);
}
