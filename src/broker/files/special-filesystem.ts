import { readFileSync } from "node:fs";
import type { Entry } from "./entry.ts";

/**
 * Whether an entry lies on a file system that is an interface of the kernel: reading there shows other processes, and
 * writing there changes the machine. Refused wherever it is mounted, whatever was granted.
 */
export async function isSpecialFilesystem(entry: Entry): Promise<boolean> {
  if (process.platform !== "linux") return false;
  const type = await entry.filesystemType();
  return SPECIAL.has(type) || (type === TMPFS && isDeviceFolder(entry.device));
}

/** devtmpfs gives itself out as tmpfs in statfs(2); only the list of mounts tells them apart. */
function isDeviceFolder(device: bigint): boolean {
  const number = `${major(device)}:${minor(device)}`;
  const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
  return mounts.some((line) => line.split(" ")[2] === number && line.includes(" - devtmpfs "));
}

/** How Linux packs a device number (`gnu_dev_major`, `gnu_dev_minor` of glibc's sys/sysmacros.h). */
function major(device: bigint): bigint {
  return ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
}

function minor(device: bigint): bigint {
  return (device & 0xffn) | ((device >> 12n) & ~0xffn);
}

/** `f_type` values: statfs(2) and the kernel's include/uapi/linux/magic.h. */
const TMPFS = 0x01021994;
const SPECIAL: ReadonlySet<number> = new Set([
  0x9fa0, // proc
  0x62656572, // sysfs
  0x27e0eb, // cgroup
  0x63677270, // cgroup2
  0x1cd1, // devpts
  0x64626720, // debugfs
  0x74726163, // tracefs
  0x73636673, // securityfs
  0x62656570, // configfs
  0xcafe4a11, // bpf
  0xde5e81e4, // efivarfs
  0x42494e4d, // binfmt_misc
  0x19800202, // mqueue
  0x0187, // autofs
  0x6165676c, // pstore
  0x6e736673, // nsfs
  0xf97cff8c, // selinuxfs
  0x43415d53, // smackfs
  0x5a3c69f0, // apparmorfs
  0x65735543, // fusectl
  0x67596969, // rpc_pipefs
  0x6e667364, // nfsd
  0x07655821, // resctrl
  0xabba1974, // xenfs
]);
