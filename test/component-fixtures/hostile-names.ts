import {
  component,
  componentSection,
  coreCode,
  coreExport,
  coreFunction,
  coreImport,
  coreMemory,
  coreType,
  externName,
  instantiate,
  list,
  moduleSection,
  name,
} from "./binary.ts";

/** Names that would leave the place where the generator pastes them, each with code behind it. */
export function hostileNames(code: string): readonly string[] {
  return [
    `x'];${code};['`,
    `x"];${code};["`,
    `x\`];${code};[\``,
    `\${${code}}`,
    `x\n${code}\n`,
    `x\r${code}\r`,
    `x\u2028${code}\u2028`,
    `*/${code}/*`,
    `x/*${code}`,
    `//${code}`,
    `<!--${code}`,
    `-->${code}`,
    // The same marks where no quote gives them away.
    ...["/*", "*/", "//", "${", "<!--", "-->"].map((mark) => `x ${mark} y`),
    `x\\'];${code};['`,
    `x\u0000${code}`,
    `\u202e${code}`,
    "__proto__",
    "constructor",
    "x".repeat(1025),
  ];
}

/** A component with that name as a core name, in each place where one can stand. */
export function withCoreName(text: string): readonly { readonly place: string; readonly bytes: Uint8Array }[] {
  const module = moduleSection(coreType, coreFunction, coreExport(text), coreCode);
  const plain = moduleSection(coreType, coreFunction, coreExport("f"), coreCode);
  const alias = list(6, [0x00, 0x00, 0x01, 0x00, ...name(text)]);
  const places: Record<string, number[][]> = {
    "core export": [module],
    "core import module": [moduleSection(coreType, coreImport(text, "f"))],
    "core import field": [moduleSection(coreType, coreImport("m", text))],
    "instance argument": [plain, list(2, instantiate(), [0x00, 0x00, 0x01, ...name(text), 0x12, 0x00])],
    "inline export": [plain, list(2, instantiate(), [0x01, 0x01, ...name(text), 0x00, 0x00])],
    alias: [plain, list(2, instantiate()), alias],
    "core export of a nested component": [componentSection(module)],
    "core export two components deep": [componentSection(componentSection(module))],
    "core export behind a harmless module": [plain, module],
    "memory export": [moduleSection(coreMemory, list(7, [...name(text), 0x02, 0x00]))],
  };
  return Object.entries(places).map(([place, sections]) => ({ place, bytes: component(...sections) }));
}

/** A component with that name where WIT names stand. */
export function withExternName(text: string): readonly { readonly place: string; readonly bytes: Uint8Array }[] {
  const places: Record<string, number[][]> = {
    import: [list(7, [0x42, 0x00]), list(10, [...externName(text), 0x05, 0x00])],
    export: [list(7, [0x40, 0x00, 0x01, 0x00]), list(11, [...externName(text), 0x01, 0x00, 0x00])],
    "inline export": [list(5, [0x01, 0x01, ...externName(text), 0x01, 0x00])],
    "instantiation argument": [componentSection(), list(5, [0x00, 0x00, 0x01, ...name(text), 0x01, 0x00])],
    alias: [list(6, [0x01, 0x00, 0x00, ...name(text)])],
    "export of an instance type": [list(7, [0x42, 0x01, 0x04, ...externName(text), 0x01, 0x00])],
    "import of a component type": [list(7, [0x41, 0x01, 0x03, ...externName(text), 0x01, 0x00])],
    "record field": [list(7, [0x72, 0x01, ...name(text), 0x7f])],
    "variant case": [list(7, [0x71, 0x01, ...name(text), 0x00, 0x00])],
    flag: [list(7, [0x6e, 0x01, ...name(text)])],
    "enum case": [list(7, [0x6d, 0x01, ...name(text)])],
    parameter: [list(7, [0x40, 0x01, ...name(text), 0x7f, 0x01, 0x00])],
    "import of a nested component": [componentSection(list(10, [...externName(text), 0x01, 0x00]))],
  };
  return Object.entries(places).map(([place, sections]) => ({ place, bytes: component(...sections) }));
}

/** A complete component that lifts the core function of that name: what the generator makes of a name can be seen. */
export function liftedUnder(text: string): Uint8Array<ArrayBuffer> {
  return component(
    moduleSection(coreType, coreFunction, coreExport(text), coreCode),
    list(2, instantiate()),
    list(6, [0x00, 0x00, 0x01, 0x00, ...name(text)]),
    list(7, [0x40, 0x00, 0x01, 0x00]),
    list(8, [0x00, 0x00, 0x00, 0x00, 0x00]),
    list(11, [...externName("run"), 0x01, 0x00, 0x00]),
  );
}
