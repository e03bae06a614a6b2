/** One entry to write. */
export interface TarMember {
  readonly name: string;
  readonly content?: string;
  readonly type?: string;
  readonly target?: string;
}

/** A ustar archive. */
export function tarFile(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.flatMap(blocks), Buffer.alloc(1024)]);
}

function blocks({ name, content = "", type = "0", target = "" }: TarMember): Buffer[] {
  const data = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write(`${data.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(" ".repeat(8), 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
}
