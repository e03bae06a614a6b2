import type { EditableModule } from "../loader.ts";
import type { Rations } from "../rations.ts";
import { Exit, type ProgramStart } from "../wasi/cli.ts";
import { PREVIEW1 } from "./functions.ts";
import { createPreview1 } from "./index.ts";

/**
 * Instantiates a core module and runs its `_start`. Ends by an exception whatever happens: `Exit` when the module has
 * come to its end or called `proc_exit`, what the engine throws when it trapped.
 */
export function runCommand({ bytes, edits }: EditableModule, rations: Rations, start: ProgramStart): never {
  const { functions, memory } = createPreview1(start);
  const { exports } = rations.instantiate(rations.compile(bytes, edits), { [PREVIEW1]: functions });
  memory.attach(memoryOf(exports));
  startOf(exports)();
  throw new Exit(0);
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
