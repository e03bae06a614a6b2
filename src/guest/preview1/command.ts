import type { EditableModule } from "../loader.ts";
import type { Rations } from "../rations.ts";
import type { ProgramStart } from "../wasi/cli.ts";
import { PREVIEW1 } from "./functions.ts";
import { createPreview1 } from "./index.ts";

/**
 * Instantiates a core module and runs its `_start`, and exits with 0 when that returns.
 *
 * @throws what the engine throws when the module is no command, when it traps, and when it throws what nothing catches
 */
export function runCommand({ bytes, edits }: EditableModule, rations: Rations, start: ProgramStart): never {
  const { functions, memory } = createPreview1(start);
  const { exports } = rations.instantiate(rations.compile(bytes, edits), { [PREVIEW1]: functions });
  memory.attach(memoryOf(exports));
  startOf(exports)();
  return start.exit(0);
}

function memoryOf({ memory }: WebAssembly.Exports): WebAssembly.Memory {
  if (!(memory instanceof WebAssembly.Memory)) throw new WebAssembly.LinkError("the module exports no memory");
  if (memory.buffer instanceof ArrayBuffer) return memory;
  throw new WebAssembly.LinkError("the module's memory is shared, which this host does not serve");
}

function startOf({ _start: start }: WebAssembly.Exports): () => void {
  if (typeof start === "function") return start as () => void;
  throw new WebAssembly.LinkError("the module exports no function _start");
}
