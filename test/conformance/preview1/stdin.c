#include "check.h"

// Its input is "hello, input".
static void program(void) {
  char bytes[64] = {0};
  __wasi_size_t got = 9;
  OK(read_bytes(0, bytes, 0, &got));
  IS(got, 0);

  // A stream gives what is there; how much of it at a time is its own affair.
  __wasi_size_t all = 0;
  do {
    OK(read_bytes(0, bytes + all, 5, &got));
    all += got;
  } while (got > 0 && all < 32);
  TRUE(strcmp(bytes, "hello, input") == 0);
  OK(read_bytes(0, bytes, sizeof bytes, &got));
  IS(got, 0);
}
