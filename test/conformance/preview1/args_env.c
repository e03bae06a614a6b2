#include "check.h"

// Run with the arguments "one", "", "two words", "zür", and with A=1, EMPTY=, PATHLIKE=a=b:c.
static const char *const ARGS[] = {"args_env.wasm", "one", "", "two words", "z\xc3\xbcr"};
static const char *const ENV[] = {"A=1", "EMPTY=", "PATHLIKE=a=b:c"};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static __wasi_size_t size_of(const char *const *list, size_t count) {
  __wasi_size_t size = 0;
  for (size_t i = 0; i < count; i += 1) size += strlen(list[i]) + 1;
  return size;
}

static bool has(uint8_t **list, size_t count, const char *text) {
  for (size_t i = 0; i < count; i += 1) {
    if (strcmp((char *)list[i], text) == 0) return true;
  }
  return false;
}

static void program(void) {
  __wasi_size_t count = 0, size = 0;
  uint8_t *list[8] = {0};
  uint8_t text[128];
  memset(text, 'x', sizeof text);

  OK(__wasi_args_sizes_get(&count, &size));
  IS(count, COUNT(ARGS));
  IS(size, size_of(ARGS, COUNT(ARGS)));
  OK(__wasi_args_get(list, text));
  for (size_t i = 0; i < COUNT(ARGS); i += 1) TRUE(strcmp((char *)list[i], ARGS[i]) == 0);
  TRUE(list[0] == text);
  IS(list[COUNT(ARGS)], 0);
  IS(text[size], 'x');

  OK(__wasi_environ_sizes_get(&count, &size));
  IS(count, COUNT(ENV));
  IS(size, size_of(ENV, COUNT(ENV)));
  OK(__wasi_environ_get(list, text));
  for (size_t i = 0; i < COUNT(ENV); i += 1) TRUE(has(list, count, ENV[i]));

  FAILS(raw_args_get(NOWHERE, (uint32_t)text), FAULT);
  FAILS(raw_args_get((uint32_t)list, NOWHERE), FAULT);
}
