// What tests look at: the parsers alone, in a core module that is never part of the component. One compilation serves all.
export { allocate, release } from "./probe-facts";
export { parse as parse_batch, tree as tree_batch } from "./probe-batch";
export { calls as calls_go, parse as parse_go, tree as tree_go } from "./probe-go";
export {
  calls as calls_islands, configureIslands, parse as parse_islands, tree as tree_islands,
} from "./probe-islands";
export {
  calls as calls_javascript, configure, parse as parse_javascript, tree as tree_javascript,
} from "./probe-javascript";
export { parse as parse_powershell, tree as tree_powershell } from "./probe-powershell";
export { calls as calls_python, parse as parse_python, tree as tree_python } from "./probe-python";
export { calls as calls_ruby, parse as parse_ruby, tree as tree_ruby } from "./probe-ruby";
export { parse as parse_shell, tree as tree_shell } from "./probe-shell";
