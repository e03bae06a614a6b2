#include "check.h"

static void program(void) {
  print("before\n");
  __builtin_trap();
}
