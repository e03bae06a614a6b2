#include "check.h"

static void program(void) {
  __wasi_ciovec_t pieces[] = {
      {(const uint8_t *)"one ", 4}, {(const uint8_t *)"ignored", 0}, {(const uint8_t *)"two\n", 4}};
  __wasi_size_t written = 9;
  OK(__wasi_fd_write(1, pieces, 3, &written));
  IS(written, 8);
  OK(__wasi_fd_write(1, pieces, 0, &written));
  IS(written, 0);
  OK(__wasi_fd_write(2, pieces, 1, &written));
  IS(written, 4);
}
