// GitHub workflows that run with the project's secrets when anybody asks.
import { Bytes } from "../bytes";
import { D, DataNode, DataTree } from "./tree";

const EVENTS = " pull_request_target issue_comment workflow_run ";

/** `on: pull_request_target`, `on: [...]` or `on: {...}` */
export function runsForStrangers(tree: DataTree, source: StaticArray<u8>): bool {
  let file = tree.root.first;
  while (file !== null) {
    if (isForStrangers(file, source)) return true;
    file = file.next;
  }
  return false;
}

function isForStrangers(file: DataNode, source: StaticArray<u8>): bool {
  let node = file.first;
  while (node !== null) {
    if (keyOf(node, source).isAny(" on ") && namesEvent(node, source)) return true;
    node = node.next;
  }
  return false;
}

function namesEvent(on: DataNode, source: StaticArray<u8>): bool {
  if (valueOf(on, source).isAny(EVENTS)) return true;
  let node = on.first;
  while (node !== null) {
    if (keyOf(node, source).isAny(EVENTS) || valueOf(node, source).isAny(EVENTS)) return true;
    node = node.next;
  }
  return false;
}

function keyOf(node: DataNode, source: StaticArray<u8>): Bytes {
  return new Bytes(changetype<usize>(source) + node.keyFrom, node.keyTo - node.keyFrom);
}

function valueOf(node: DataNode, source: StaticArray<u8>): Bytes {
  return new Bytes(changetype<usize>(source) + node.from, node.kind == D.Text ? node.to - node.from : 0);
}
