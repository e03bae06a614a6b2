/** Encoders for components and core modules byte by byte: what no assembler would write is written here. */
export type Bytes = readonly number[];

export function u32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** A name as UTF-8, whatever is in it. */
export function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...u32(bytes.length), ...bytes];
}

/** An import or export name of a component, with its form byte. */
export function externName(text: string): number[] {
  return [0x00, ...name(text)];
}

export function vector(items: readonly Bytes[]): number[] {
  return [...u32(items.length), ...items.flat()];
}

export function section(id: number, content: Bytes): number[] {
  return [id, ...u32(content.length), ...content];
}

/** A section of a list of items. */
export function list(id: number, ...items: readonly Bytes[]): number[] {
  return section(id, vector(items));
}

export function coreModule(...sections: readonly Bytes[]): number[] {
  return [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flat()];
}

export function component(...sections: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(componentBytes(...sections));
}

export function componentBytes(...sections: readonly Bytes[]): number[] {
  return [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00, ...sections.flat()];
}

/** A core module as a section of a component. */
export function moduleSection(...sections: readonly Bytes[]): number[] {
  return section(1, coreModule(...sections));
}

/** A nested component as a section. */
export function componentSection(...sections: readonly Bytes[]): number[] {
  return section(4, componentBytes(...sections));
}

/** Core sections: one type without parameters and results, and what uses it. */
export const coreType = list(1, [0x60, 0x00, 0x00]);
export const coreImport = (module: string, field: string) => list(2, [...name(module), ...name(field), 0x00, 0x00]);
export const coreFunction = list(3, [0x00]);
export const coreMemory = list(5, [0x00, 0x01]);
export const coreExport = (field: string, index = 0) => list(7, [...name(field), 0x00, ...u32(index)]);
export const coreCode = list(10, [0x02, 0x00, 0x0b]);

/** Instance `index` of a core module, without arguments. */
export const instantiate = (index = 0) => [0x00, ...u32(index), 0x00];
