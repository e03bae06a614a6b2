import { readFileSync } from "node:fs";
import { type Location, splitPath, startsWith } from "./host-path.ts";
import { directCalls, pooledCalls, type SystemCalls } from "./system-calls.ts";

/**
 * How to call the system for a tree: directly, when everything that is mounted there now lives in this kernel or on a
 * disk of this machine and so always answers; on the thread pool otherwise (file servers, FUSE, what is not known here).
 *
 * @param location links resolved
 */
export function callsFor(location: Location): SystemCalls {
  if (process.platform !== "linux") return pooledCalls;
  const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n").flatMap(parseMount);
  const below = mounts.filter((mount) => startsWith(mount.at, location));
  const around = mounts.filter((mount) => startsWith(location, mount.at));
  const concerned = [...below, ...around];
  return concerned.length > 0 && concerned.every((mount) => ALWAYS_ANSWER.has(mount.type)) ? directCalls : pooledCalls;
}

interface Mount {
  readonly at: Location;
  readonly type: string;
}

/** proc_pid_mountinfo(5): the fifth word is the place, with octal escapes; the type follows the word "-". */
function parseMount(line: string): Mount[] {
  const words = line.split(" ");
  const [place, type] = [words[4], words[words.indexOf("-", 6) + 1]];
  if (place === undefined || type === undefined) return [];
  return [{ at: splitPath(place.replaceAll(/\\([0-7]{3})/g, (_, octal) => latin1(octal))), type }];
}

/** A name that is not ASCII is compared in bytes on neither side: such a place just counts as unknown ground. */
function latin1(octal: string): string {
  return String.fromCharCode(Number.parseInt(octal, 8));
}

/** File systems on local disks or in memory, and the kernel's own interfaces (most of which no walk enters). */
const ALWAYS_ANSWER: ReadonlySet<string> = new Set(
  (
    "bcachefs btrfs erofs exfat ext2 ext3 ext4 f2fs hugetlbfs iso9660 jfs ntfs3 overlay ramfs reiserfs rootfs squashfs " +
    "tmpfs udf vfat xfs zfs " +
    "binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts devtmpfs efivarfs fusectl mqueue nsfs proc pstore securityfs " +
    "selinuxfs sysfs tracefs"
  ).split(" "),
);
