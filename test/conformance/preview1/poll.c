#include "check.h"

#define MILLISECOND 1000000ull

static __wasi_subscription_t after(uint64_t userdata, __wasi_clockid_t id, __wasi_timestamp_t timeout,
                                   __wasi_subclockflags_t flags) {
  __wasi_subscription_t wish = {.userdata = userdata};
  wish.u.tag = __WASI_EVENTTYPE_CLOCK;
  wish.u.u.clock.id = id;
  wish.u.u.clock.timeout = timeout;
  wish.u.u.clock.flags = flags;
  return wish;
}

static __wasi_subscription_t ready(uint64_t userdata, __wasi_eventtype_t type, __wasi_fd_t fd) {
  __wasi_subscription_t wish = {.userdata = userdata};
  wish.u.tag = type;
  wish.u.u.fd_read.file_descriptor = fd;
  return wish;
}

static __wasi_timestamp_t now(__wasi_clockid_t id) {
  __wasi_timestamp_t time = 0;
  OK(__wasi_clock_time_get(id, 0, &time));
  return time;
}

static __wasi_event_t events[8];

static __wasi_size_t wait(const __wasi_subscription_t *wishes, __wasi_size_t count) {
  __wasi_size_t happened = 0;
  memset(events, 0xee, sizeof events);
  OK(__wasi_poll_oneoff(wishes, events, count, &happened));
  return happened;
}

static void program(void) {
  // Clocks: from now on, at a moment, at one that is over.
  __wasi_timestamp_t start = now(__WASI_CLOCKID_MONOTONIC);
  __wasi_subscription_t one[] = {after(77, __WASI_CLOCKID_MONOTONIC, 20 * MILLISECOND, 0)};
  IS(wait(one, 1), 1);
  IS(events[0].userdata, 77);
  IS(events[0].error, 0);
  IS(events[0].type, __WASI_EVENTTYPE_CLOCK);
  TRUE(now(__WASI_CLOCKID_MONOTONIC) - start >= 20 * MILLISECOND);

  start = now(__WASI_CLOCKID_REALTIME);
  one[0] = after(1, __WASI_CLOCKID_REALTIME, start + 20 * MILLISECOND, __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME);
  IS(wait(one, 1), 1);
  TRUE(now(__WASI_CLOCKID_REALTIME) + 2 * MILLISECOND >= start + 20 * MILLISECOND);
  one[0] = after(1, __WASI_CLOCKID_MONOTONIC, 1, __WASI_SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME);
  IS(wait(one, 1), 1);
  one[0] = after(1, __WASI_CLOCKID_MONOTONIC, 0, 0);
  IS(wait(one, 1), 1);

  // The first of several; what comes later is not told.
  __wasi_subscription_t two[] = {after(1, __WASI_CLOCKID_MONOTONIC, UINT64_MAX, 0),
                                 after(2, __WASI_CLOCKID_MONOTONIC, MILLISECOND, 0)};
  IS(wait(two, 2), 1);
  IS(events[0].userdata, 2);

  // Streams that take bytes do so at once.
  __wasi_subscription_t streams[] = {after(9, __WASI_CLOCKID_MONOTONIC, UINT64_MAX, 0),
                                     ready(1, __WASI_EVENTTYPE_FD_WRITE, 1), ready(2, __WASI_EVENTTYPE_FD_WRITE, 2)};
  IS(wait(streams, 3), 2);
  for (int i = 0; i < 2; i += 1) {
    IS(events[i].userdata, i + 1);
    IS(events[i].type, __WASI_EVENTTYPE_FD_WRITE);
    IS(events[i].error, 0);
    TRUE(events[i].fd_readwrite.nbytes > 0);
  }

  // Files are always ready, with what is left of them.
  make_file("file", "12345");
  __wasi_fd_t fd = open_file("file", 0);
  IS(seek(fd, 2, __WASI_WHENCE_SET), 2);
  __wasi_subscription_t files[] = {ready(1, __WASI_EVENTTYPE_FD_READ, fd), ready(2, __WASI_EVENTTYPE_FD_WRITE, fd)};
  IS(wait(files, 2), 2);
  IS(events[0].type, __WASI_EVENTTYPE_FD_READ);
  IS(events[0].fd_readwrite.nbytes, 3);

  // What cannot be waited for is an event with its error, beside the others.
  __wasi_fd_t shut = open_with("file", 0, __WASI_RIGHTS_FD_READ, 0);
  __wasi_subscription_t wrong[] = {ready(1, __WASI_EVENTTYPE_FD_READ, 999), ready(2, __WASI_EVENTTYPE_FD_READ, shut),
                                   ready(3, __WASI_EVENTTYPE_FD_READ, ROOT), after(4, 2, 0, 0),
                                   ready(5, __WASI_EVENTTYPE_FD_WRITE, 1)};
  IS(wait(wrong, 5), 5);
  IS(events[0].error, __WASI_ERRNO_BADF);
  IS(events[0].type, __WASI_EVENTTYPE_FD_READ);
  IS(events[1].error, __WASI_ERRNO_NOTCAPABLE);
  IS(events[2].error, __WASI_ERRNO_BADF);
  IS(events[3].error, __WASI_ERRNO_INVAL);
  IS(events[4].error, 0);

  __wasi_size_t happened = 0;
  FAILS(__wasi_poll_oneoff(wrong, events, 0, &happened), INVAL);
  wrong[0].u.tag = 3;
  FAILS(__wasi_poll_oneoff(wrong, events, 1, &happened), INVAL);
  FAILS(raw_poll_oneoff((uint32_t)wrong, (uint32_t)events, 0xffffffffu, (uint32_t)&happened), INVAL);
}
