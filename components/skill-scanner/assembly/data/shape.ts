// What configuration is whose name tells nothing, such as a block of code in Markdown: known by the keys that it has.
import { Bytes } from "../bytes";
import { D, DataNode, DataTree } from "./tree";

/** Name of the kind of file; `embedded` when the keys tell nothing. */
export function shapeOf(tree: DataTree, source: StaticArray<u8>): string {
  let file = tree.root.first;
  while (file !== null) {
    const name = ofKeys(file, source);
    if (name.length > 0) return name;
    file = file.next;
  }
  return "embedded";
}

function ofKeys(file: DataNode, source: StaticArray<u8>): string {
  if (file.kind != D.Map) return "";
  if (has(file, source, " on ") && has(file, source, " jobs ")) return "workflow";
  if (has(file, source, " scripts ") && has(file, source, " name version private dependencies devdependencies ")) return "package-json";
  if (has(file, source, " dependencies devdependencies ") && has(file, source, " name ") && has(file, source, " version ")) return "package-json";
  if (has(file, source, " tasks ") && has(file, source, " version ")) return "editor-tasks";
  if (has(file, source, " services ")) return "compose";
  if (has(file, source, " hooks permissions enabledmcpjsonservers ")) return "quoted-agent-settings";
  return has(file, source, " build-system project ") ? "pyproject" : "";
}

function has(file: DataNode, source: StaticArray<u8>, keys: string): bool {
  let node = file.first;
  while (node !== null) {
    if (new Bytes(changetype<usize>(source) + node.keyFrom, node.keyTo - node.keyFrom).isAny(keys)) return true;
    node = node.next;
  }
  return false;
}
