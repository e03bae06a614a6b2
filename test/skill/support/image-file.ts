import { crc32 } from "node:zlib";

/** A PNG image with these chunks between its header and its end. */
export function pngFile(...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const all = [["IHDR", header] as const, ...chunks, ["IEND", Buffer.alloc(0)] as const];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...all.map(([type, data]) => chunk(type, data))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A JPEG image of two segments and some data. */
export function jpegFile(comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = (marker: number, data: Uint8Array) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from(`Exif\0\0${comment} in a tag`)),
    segment(0xfe, text),
    segment(0xda, Buffer.from([1, 2, 3])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]),
  ]);
}

/** A GIF image of one pixel with a comment. */
export function gifFile(comment: string): Buffer {
  const text = Buffer.from(comment);
  return Buffer.concat([
    Buffer.from("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", "latin1"),
    Buffer.from([0x21, 0xfe, text.length]),
    text,
    Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}
