import type { Preview1Function } from "../guest/preview1/functions.ts";

const i = "i32";
const l = "i64";

/**
 * What each function of preview1 takes, lowered to core types. All but `proc_exit` return an error number.
 * Source: https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/witx/wasi_snapshot_preview1.witx
 */
const PARAMETERS: Readonly<Record<Preview1Function, readonly string[]>> = {
  args_get: [i, i],
  args_sizes_get: [i, i],
  clock_res_get: [i, i],
  clock_time_get: [i, l, i],
  environ_get: [i, i],
  environ_sizes_get: [i, i],
  fd_advise: [i, l, l, i],
  fd_allocate: [i, l, l],
  fd_close: [i],
  fd_datasync: [i],
  fd_fdstat_get: [i, i],
  fd_fdstat_set_flags: [i, i],
  fd_fdstat_set_rights: [i, l, l],
  fd_filestat_get: [i, i],
  fd_filestat_set_size: [i, l],
  fd_filestat_set_times: [i, l, l, i],
  fd_pread: [i, i, i, l, i],
  fd_prestat_dir_name: [i, i, i],
  fd_prestat_get: [i, i],
  fd_pwrite: [i, i, i, l, i],
  fd_read: [i, i, i, i],
  fd_readdir: [i, i, i, l, i],
  fd_renumber: [i, i],
  fd_seek: [i, l, i, i],
  fd_sync: [i],
  fd_tell: [i, i],
  fd_write: [i, i, i, i],
  path_create_directory: [i, i, i],
  path_filestat_get: [i, i, i, i, i],
  path_filestat_set_times: [i, i, i, i, l, l, i],
  path_link: [i, i, i, i, i, i, i],
  path_open: [i, i, i, i, i, l, l, i, i],
  path_readlink: [i, i, i, i, i, i],
  path_remove_directory: [i, i, i],
  path_rename: [i, i, i, i, i, i],
  path_symlink: [i, i, i, i, i],
  path_unlink_file: [i, i, i],
  poll_oneoff: [i, i, i, i],
  proc_exit: [i],
  proc_raise: [i],
  random_get: [i, i],
  sched_yield: [],
  sock_accept: [i, i, i],
  sock_recv: [i, i, i, i, i, i],
  sock_send: [i, i, i, i, i],
  sock_shutdown: [i, i],
};

/** The type of a function of preview1 as `importTypes` writes it. */
export function preview1Type(name: Preview1Function): string {
  return `(${PARAMETERS[name].join(", ")}) -> (${name === "proc_exit" ? "" : i})`;
}
