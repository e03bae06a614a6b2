#include "check.h"

static uint8_t big[200000];

static void program(void) {
  uint8_t small[32] = {0}, other[32] = {0};
  OK(__wasi_random_get(small, sizeof small));
  OK(__wasi_random_get(other, sizeof other));
  TRUE(memcmp(small, other, sizeof small) != 0);

  memset(small, 5, sizeof small);
  OK(__wasi_random_get(small, 0));
  IS(small[0], 5);
  OK(__wasi_random_get(small, 1));
  IS(small[1], 5);

  OK(__wasi_random_get(big, sizeof big));
  int zeroes = 0;
  for (size_t i = sizeof big - 4096; i < sizeof big; i += 1) zeroes += big[i] == 0;
  TRUE(zeroes < 100);

  FAILS(raw_random_get(NOWHERE, 1), FAULT);
  FAILS(raw_random_get(16, 0xffffffffu), FAULT);
}
