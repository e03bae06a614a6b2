import { readFileSync } from "node:fs";

/** The switches with which kernels and distributions forbid user namespaces, which bubblewrap needs. */
const SWITCHES = [
  { file: "/proc/sys/kernel/unprivileged_userns_clone", off: "0", fix: "sysctl -w kernel.unprivileged_userns_clone=1" },
  {
    file: "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
    off: "1",
    fix: "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or an AppArmor profile for bwrap that allows userns",
  },
  { file: "/proc/sys/user/max_user_namespaces", off: "0", fix: "sysctl -w user.max_user_namespaces=15000" },
] as const;

/** What to change so that user namespaces can be made. */
export function userNamespaceFix(): string {
  const found = SWITCHES.find(({ file, off }) => readSwitch(file) === off);
  return found?.fix ?? "allow user namespaces (a container needs a seccomp profile that permits them)";
}

/** The state of all switches, in a form that differs when one of them does. */
export function userNamespaceState(): string {
  return SWITCHES.map(({ file }) => readSwitch(file) ?? "-").join(" ");
}

/** Most kernels know only some of them. */
function readSwitch(file: string): string | undefined {
  try {
    return readFileSync(file, "latin1").trim();
  } catch {
    return undefined;
  }
}
