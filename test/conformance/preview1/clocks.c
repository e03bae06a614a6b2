#include "check.h"

static void program(void) {
  __wasi_timestamp_t time = 0, later = 0, resolution = 0;
  for (int id = 0; id <= 1; id += 1) {
    OK(__wasi_clock_res_get(id, &resolution));
    TRUE(resolution > 0);
    OK(__wasi_clock_time_get(id, 1, &time));
    OK(__wasi_clock_time_get(id, 0, &later));
    TRUE(time > 0);
    TRUE(later >= time);
  }
  OK(__wasi_clock_time_get(__WASI_CLOCKID_REALTIME, 0, &time));
  TRUE(time > 946684800ull * 1000000000ull);

  FAILS(__wasi_clock_res_get(2, &resolution), INVAL);
  FAILS(__wasi_clock_time_get(2, 0, &time), INVAL);
  FAILS(__wasi_clock_time_get(3, 0, &time), INVAL);
  FAILS(__wasi_clock_time_get(0x7fffffff, 0, &time), INVAL);
  FAILS(raw_clock_time_get(1, 0, NOWHERE), FAULT);
  FAILS(raw_clock_time_get(1, 0, 0xfffffffcu), FAULT);

  OK(__wasi_sched_yield());
}
