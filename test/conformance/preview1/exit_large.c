#include "check.h"

static void program(void) { __wasi_proc_exit(3000000000u); }
