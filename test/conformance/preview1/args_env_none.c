#include "check.h"

// Run without arguments and variables.
static void program(void) {
  __wasi_size_t count = 9, size = 9;
  OK(__wasi_args_sizes_get(&count, &size));
  IS(count, 1);
  IS(size, sizeof "args_env_none.wasm");

  uint8_t *list[1];
  uint8_t text[1] = {7};
  OK(__wasi_environ_sizes_get(&count, &size));
  IS(count, 0);
  IS(size, 0);
  OK(__wasi_environ_get(list, text));
  IS(text[0], 7);

  // Nothing is granted either: there is no folder, and the first number is free.
  __wasi_prestat_t prestat;
  __wasi_fdstat_t fdstat;
  FAILS(__wasi_fd_prestat_get(3, &prestat), BADF);
  FAILS(__wasi_fd_fdstat_get(3, &fdstat), BADF);
  FAILS(try_open(3, "file", 0, 0, 0), BADF);
}
