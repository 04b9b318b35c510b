const tag = 0x0112;

/** Which side of a picture is up, 1 to 8, as an Exif block (TIFF) says; 1 where it says nothing sound. */
export function orientationIn(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 4);
  if (tiff.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return 1;
  const isLittle = order.startsWith('I');
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Math.min(u16(directory), 200);
  for (let at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
    if (u16(at) === tag) return upright(u16(at + 8));
  }
  return 1;
}

/** An Exif block with that one entry: `II*`, one directory, tag 0x0112, a short. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from('49492a00080000000100120103000100000000000000000000000000', 'hex').subarray(0, 26);
  tiff.writeUInt16LE(orientation, 18);
  return tiff;
}

function upright(value: number): number {
  return value >= 1 && value <= 8 ? value : 1;
}
