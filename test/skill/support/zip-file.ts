import { crc32, deflateRawSync } from "node:zlib";

/** One entry to write, and how its two accounts differ. */
export interface Member {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly link?: boolean;
  /** In the local header only. */
  readonly localName?: string;
  readonly localSize?: number;
  /** Left out of the directory. */
  readonly unlisted?: boolean;
  readonly method?: number;
}

/** A zip archive, byte by byte: a library would refuse to write most of what is tried here. */
export function zipFile(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  for (const member of members) {
    const offset = locals.reduce((sum, { length }) => sum + length, 0);
    const content = Buffer.from(member.content ?? "");
    const packed = member.stored === true ? content : deflateRawSync(content);
    const facts = { member, content, packed, offset };
    locals.push(local(facts));
    if (member.unlisted !== true) records.push(central(facts));
  }
  const directory = Buffer.concat(records);
  const before = Buffer.concat(locals);
  return Buffer.concat([before, directory, end(records.length, directory.length, before.length)]);
}

interface Facts {
  readonly member: Member;
  readonly content: Buffer;
  readonly packed: Buffer;
  readonly offset: number;
}

function local({ member, content, packed }: Facts): Buffer {
  const name = Buffer.from(member.localName ?? member.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6, { member, content, packed });
  header.writeUInt32LE(member.localSize ?? content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed]);
}

function central({ member, content, packed, offset }: Facts): Buffer {
  const name = Buffer.from(member.name);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(0x031e, 4);
  record.writeUInt16LE(20, 6);
  common(record, 8, { member, content, packed });
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE((member.link === true ? 0o120777 : 0o100644) * 65536, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name]);
}

/** Flags, method, time, checksum and sizes: in both headers the same, from this place on. */
function common(header: Buffer, at: number, { member, content, packed }: Omit<Facts, "offset">): void {
  header.writeUInt16LE(member.encrypted === true ? 1 : 0, at);
  header.writeUInt16LE(member.method ?? (member.stored === true ? 0 : 8), at + 2);
  header.writeUInt32LE(crc32(content), at + 8);
  header.writeUInt32LE(packed.length, at + 12);
  header.writeUInt32LE(content.length, at + 16);
}

function end(count: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
