#include "check.h"

// Calls with whatever arguments: each answers with an error code or does what it says, and none ends the program.
#define IMPORT(name, ...) int32_t any_##name(__VA_ARGS__) RAW(#name);
#define I int32_t
#define L int64_t
IMPORT(args_get, I, I)
IMPORT(args_sizes_get, I, I)
IMPORT(clock_res_get, I, I)
IMPORT(clock_time_get, I, L, I)
IMPORT(environ_get, I, I)
IMPORT(environ_sizes_get, I, I)
IMPORT(fd_advise, I, L, L, I)
IMPORT(fd_allocate, I, L, L)
IMPORT(fd_close, I)
IMPORT(fd_datasync, I)
IMPORT(fd_fdstat_get, I, I)
IMPORT(fd_fdstat_set_flags, I, I)
IMPORT(fd_fdstat_set_rights, I, L, L)
IMPORT(fd_filestat_get, I, I)
IMPORT(fd_filestat_set_size, I, L)
IMPORT(fd_filestat_set_times, I, L, L, I)
IMPORT(fd_pread, I, I, I, L, I)
IMPORT(fd_prestat_dir_name, I, I, I)
IMPORT(fd_prestat_get, I, I)
IMPORT(fd_pwrite, I, I, I, L, I)
IMPORT(fd_read, I, I, I, I)
IMPORT(fd_readdir, I, I, I, L, I)
IMPORT(fd_renumber, I, I)
IMPORT(fd_seek, I, L, I, I)
IMPORT(fd_sync, I)
IMPORT(fd_tell, I, I)
IMPORT(fd_write, I, I, I, I)
IMPORT(path_create_directory, I, I, I)
IMPORT(path_filestat_get, I, I, I, I, I)
IMPORT(path_filestat_set_times, I, I, I, I, L, L, I)
IMPORT(path_link, I, I, I, I, I, I, I)
IMPORT(path_open, I, I, I, I, I, L, L, I, I)
IMPORT(path_readlink, I, I, I, I, I, I)
IMPORT(path_remove_directory, I, I, I)
IMPORT(path_rename, I, I, I, I, I, I)
IMPORT(path_symlink, I, I, I, I, I)
IMPORT(path_unlink_file, I, I, I)
IMPORT(proc_raise, I)
IMPORT(random_get, I, I)
IMPORT(sock_accept, I, I, I)
IMPORT(sock_recv, I, I, I, I, I, I)
IMPORT(sock_send, I, I, I, I, I)
IMPORT(sock_shutdown, I, I)
IMPORT(sched_yield, void)

static uint32_t state = 12345;

static uint32_t random_bits(void) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

#define ARENA_BYTES 1024

/** Where calls read and write: paths, lists of buffers, and bytes that are neither. Nothing else lies behind it. */
static uint8_t *arena;

static void fill_arena(void) {
  for (size_t i = 0; i < ARENA_BYTES; i += 4) {
    uint32_t word = random_bits() % 4 ? random_bits() % 64 + (uint32_t)arena : random_bits();
    memcpy(arena + i, &word, 4);
  }
  memcpy(arena + 64, "abcd/.\0\xff", 8);
}

static const uint32_t NUMBERS[] = {0, 1, 2, 3, 4, 5, 7, 8, 16, 64, 255, 4097, 65535, 0x7fffffff, 0x80000000, 0xffffffff};

static int32_t any(void) { return (int32_t)NUMBERS[random_bits() % (sizeof NUMBERS / sizeof NUMBERS[0])]; }
static int32_t fd(void) { return random_bits() % 8 == 0 ? any() : (int32_t)(random_bits() % 12); }
static int32_t folder(void) { return random_bits() % 3 == 0 ? fd() : ROOT; }
static int32_t at(void) { return random_bits() % 6 == 0 ? (int32_t)NUMBERS[13 + random_bits() % 3] : (int32_t)(arena + random_bits() % ARENA_BYTES); }
static int32_t path(void) { return random_bits() % 8 == 0 ? at() : (int32_t)(arena + 64 + random_bits() % 8); }
/** Of a path: mostly one letter. */
static int32_t size(void) { return random_bits() % 8 == 0 ? any() : (int32_t)(1 + random_bits() % 8 / 6); }
static int32_t length(void) { return random_bits() % 6 == 0 ? any() : (int32_t)(random_bits() % 9); }
static int32_t flags(void) { return (int32_t)(random_bits() % (random_bits() % 4 == 0 ? 0xffffffff : 18)); }
static int64_t rights(void) { return (int64_t)random_bits() << 32 | (random_bits() | random_bits()); }
/** Small, or what no file has: a size in between would be the limit of the disk, which ends the run. */
static int64_t place(void) { return random_bits() % 5 == 0 ? -1 - (int64_t)(random_bits() % 3) : (int64_t)(random_bits() % 5000); }

static int32_t call(uint32_t which) {
  switch (which) {
    case 0: return any_args_get(at(), at());
    case 1: return any_args_sizes_get(at(), at());
    case 2: return any_clock_res_get(any(), at());
    case 3: return any_clock_time_get(any(), place(), at());
    case 4: return any_environ_get(at(), at());
    case 5: return any_environ_sizes_get(at(), at());
    case 6: return any_fd_advise(fd(), place(), place(), any());
    case 7: return any_fd_allocate(fd(), place(), place());
    case 8: return random_bits() % 4 == 0 ? any_fd_close(4 + random_bits() % 8) : 0;
    case 9: return any_fd_datasync(fd());
    case 10: return any_fd_fdstat_get(fd(), at());
    case 11: return any_fd_fdstat_set_flags(fd(), flags());
    case 12: return any_fd_fdstat_set_rights(random_bits() % 12 + 4, rights(), rights());
    case 13: return any_fd_filestat_get(fd(), at());
    case 14: return any_fd_filestat_set_size(fd(), place());
    case 15: return any_fd_filestat_set_times(fd(), place(), place(), flags());
    case 16: return any_fd_pread(fd(), at(), length(), place(), at());
    case 17: return any_fd_prestat_dir_name(fd(), at(), length());
    case 18: return any_fd_prestat_get(fd(), at());
    case 19: return any_fd_pwrite(fd(), at(), length(), place(), at());
    case 20: return any_fd_read(fd(), at(), length(), at());
    case 21: return any_fd_readdir(fd(), at(), length() * 64, place(), at());
    case 22: return random_bits() % 4 == 0 ? any_fd_renumber(4 + random_bits() % 8, 4 + random_bits() % 8) : 0;
    case 23: return any_fd_seek(fd(), place(), any(), at());
    case 24: return any_fd_sync(fd());
    case 25: return any_fd_tell(fd(), at());
    case 26: return any_fd_write(fd() + 3, at(), length(), at());
    case 27: return any_path_create_directory(folder(), path(), size());
    case 28: return any_path_filestat_get(folder(), flags(), path(), size(), at());
    case 29: return any_path_filestat_set_times(folder(), flags(), path(), size(), place(), place(), flags());
    case 30: return any_path_link(folder(), flags(), path(), size(), folder(), path(), size());
    case 31: return any_path_readlink(folder(), path(), size(), at(), length(), at());
    case 32: return any_path_remove_directory(folder(), path(), size());
    case 33: return any_path_rename(folder(), path(), size(), folder(), path(), size());
    case 34: return any_path_symlink(path(), size(), folder(), path(), size());
    case 35: return any_path_unlink_file(folder(), path(), size());
    case 36: return any_proc_raise(any());
    case 37: return any_random_get(at(), length());
    case 38: return any_sock_accept(fd(), flags(), at());
    case 39: return any_sock_recv(fd(), at(), length(), flags(), at(), at());
    case 40: return any_sock_send(fd(), at(), length(), flags(), at());
    case 41: return any_sock_shutdown(fd(), flags());
    case 42: return any_sched_yield();
    default: return any_path_open(ROOT, random_bits() & 1, path(), size(), flags(), rights(), rights(), flags(), at());
  }
}

static void program(void) {
  arena = (uint8_t *)(__builtin_wasm_memory_grow(0, 2) * 65536);
  for (int round = 0; round < 5000; round += 1) {
    if (round % 8 == 0) fill_arena();
    uint32_t which = random_bits() % 47;
    int32_t error = call(which);
    if (error < 0 || error > __WASI_ERRNO_NOTCAPABLE) IS(which, -1);
  }
}
