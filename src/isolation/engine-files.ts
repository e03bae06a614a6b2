/** What node and perl link, in the folders where distributions keep it; a missing name is simply not needed there. */
const LIBRARIES = [
  "libatomic.so.1",
  "libc.so.6",
  "libcrypt.so.1",
  "libdl.so.2",
  "libgcc_s.so.1",
  "libm.so.6",
  "libpthread.so.0",
  "libstdc++.so.6",
];
const LIBRARY_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  x64: ["/lib/x86_64-linux-gnu", "/lib64"],
  arm64: ["/lib/aarch64-linux-gnu", "/lib64"],
};
const LOADERS: Readonly<Record<string, string>> = {
  x64: "/lib64/ld-linux-x86-64.so.2",
  arm64: "/lib/ld-linux-aarch64.so.1",
};

/** The loader and the libraries that programs of ours may execute: candidates, of which a system has some. */
export function systemLibraries(): string[] {
  const loader = LOADERS[process.arch];
  const libraries = (LIBRARY_FOLDERS[process.arch] ?? []).flatMap((folder) =>
    LIBRARIES.map((name) => `${folder}/${name}`),
  );
  return [...(loader === undefined ? [] : [loader]), ...libraries];
}
