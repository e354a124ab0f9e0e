/** A square picture as PNG; `size` in pixels. */
export interface Picture {
  size: number;
  png: Buffer;
}

const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/** Windows' container, with every picture as PNG, which every Windows since Vista reads. */
export function ico(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = ICO_HEADER + ICO_ENTRY * index;
    // 256 does not fit into its byte and is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pictures.map(picture => picture.png)]);
}

/** Apple's names for a picture of each size; the second is for screens with twice the density. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** macOS's container, with every picture as PNG. */
export function icns(pictures: readonly Picture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) => (ICNS_TYPES[size] ?? []).map(type => chunk(type, png)));
  return chunk('icns', Buffer.concat(entries));
}

/** The length counts its own head. */
function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
