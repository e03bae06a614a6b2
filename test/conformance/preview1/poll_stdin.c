#include "check.h"

// Its input is open and silent: only the clock comes about.
static void program(void) {
  __wasi_subscription_t wishes[2] = {{.userdata = 1}, {.userdata = 2}};
  wishes[0].u.tag = __WASI_EVENTTYPE_FD_READ;
  wishes[0].u.u.fd_read.file_descriptor = 0;
  wishes[1].u.tag = __WASI_EVENTTYPE_CLOCK;
  wishes[1].u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
  wishes[1].u.u.clock.timeout = 20000000;
  __wasi_event_t events[2];
  __wasi_size_t happened = 0;
  OK(__wasi_poll_oneoff(wishes, events, 2, &happened));
  IS(happened, 1);
  IS(events[0].userdata, 2);
  IS(events[0].error, 0);
}
