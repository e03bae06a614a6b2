#include "check.h"

static void program(void) {
  FAILS(raw_proc_raise(6), NOTSUP);
  if (failures == 0) __wasi_proc_exit(33);
}
