// Tables of lists: their items lie end to end, and a table `..._AT` says where each list begins.

/** Index of the first item of list `i`. */
// @ts-ignore: decorator
@inline export function listStart(at: usize, i: i32): i32 {
  return load<u32>(at + (i << 2)) as i32;
}

/** Index behind its last item. */
// @ts-ignore: decorator
@inline export function listEnd(at: usize, i: i32): i32 {
  return load<u32>(at + (i << 2), 4) as i32;
}
