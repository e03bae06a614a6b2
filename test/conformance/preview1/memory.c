#include "check.h"

static void program(void) {
  __wasi_fd_t fd = open_file("file", __WASI_OFLAGS_CREAT);
  __wasi_size_t moved = 77;
  uint8_t bytes[16] = "0123456789";
  uint32_t out = (uint32_t)&moved;

  // The list, a buffer of it, or the place of the answer lies outside; nothing is written then.
  uint32_t good[2] = {(uint32_t)bytes, 4}, bad[2] = {NOWHERE, 64}, huge[2] = {(uint32_t)bytes, 0xffffffffu};
  FAILS(raw_fd_write(fd, NOWHERE, 1, out), FAULT);
  FAILS(raw_fd_write(fd, (uint32_t)bad, 1, out), FAULT);
  FAILS(raw_fd_write(fd, (uint32_t)huge, 1, out), FAULT);
  FAILS(raw_fd_write(fd, (uint32_t)good, 1, NOWHERE + 14), FAULT);
  FAILS(raw_fd_read(fd, (uint32_t)bad, 1, out), FAULT);
  FAILS(raw_fd_read(fd, (uint32_t)huge, 1, out), FAULT);
  IS(moved, 77);
  IS(filestat_of(fd).size, 0);

  // More buffers than a call takes; as many as it takes, and nothing in them.
  static uint32_t many[1025 * 2];
  FAILS(raw_fd_write(fd, (uint32_t)many, 1025, out), INVAL);
  OK(raw_fd_write(fd, (uint32_t)many, 1024, out));
  IS(moved, 0);
  FAILS(raw_fd_write(fd, (uint32_t)many, 0xffffffffu, out), INVAL);
  FAILS(raw_fd_read(fd, (uint32_t)many, 1025, out), INVAL);

  FAILS(raw_fd_fdstat_get(fd, NOWHERE), FAULT);
  FAILS(raw_fd_filestat_get(fd, NOWHERE), FAULT);
  FAILS(raw_fd_prestat_get(ROOT, NOWHERE + 12), FAULT);
  FAILS(raw_fd_readdir(ROOT, NOWHERE, 64, 0, out), FAULT);
  FAILS(raw_path_create_directory(ROOT, (void *)NOWHERE, 20), FAULT);
  FAILS(raw_path_open(ROOT, 0, "made", 4, __WASI_OFLAGS_CREAT, 0, 0, 0, NOWHERE + 14), FAULT);
  TRUE(!exists("made"));
  FAILS(raw_poll_oneoff(NOWHERE, (uint32_t)bytes, 1, out), FAULT);

  // What was a bad address is a good one when the memory has grown, and the host sees it.
  uint32_t pages = __builtin_wasm_memory_size(0);
  uint32_t fresh = pages * 65536;
  FAILS(raw_random_get(fresh, 16), FAULT);
  IS(__builtin_wasm_memory_grow(0, 1), pages);
  OK(raw_random_get(fresh, 16));
  memcpy((void *)fresh, "grown", 5);
  uint32_t grown[2] = {fresh, 5};
  OK(raw_fd_write(fd, (uint32_t)grown, 1, out));
  IS(moved, 5);
  IS(seek(fd, 0, __WASI_WHENCE_SET), 0);
  TRUE(rest_is(fd, "grown"));
}
