const marker = { start: 0xd8, scan: 0xda, exif: 0xe1, iptc: 0xed, comment: 0xfe } as const;
const dropped: readonly number[] = [marker.exif, marker.iptc, marker.comment];
/** An EXIF segment with one entry, the orientation: `II*`, one directory, tag 0x0112, a short. */
const orientationOnly = Buffer.from(['ffe10022', '457869660000', '49492a00', '08000000', '0100', '1201', '0300', '01000000', '00000000', '00000000'].join(''), 'hex');
const orientationAt = 28;

/**
 * A JPEG without what its camera wrote about it: where and when it was taken, with which phone, and a small copy that may
 * show what was cut off. Which side is up is kept. Bytes that are no sound JPEG come back as they are.
 */
export function withoutMetadata(jpeg: Buffer, orientation: number): Buffer {
  const kept = jpeg.subarray(0, 2);
  const parts: Buffer[] = orientation > 1 ? [kept, upright(orientation)] : [kept];
  if (jpeg[0] !== 0xff || jpeg[1] !== marker.start) return jpeg;
  for (let at = 2; ; ) {
    const [fill, kind] = [jpeg[at], jpeg[at + 1]];
    if (fill !== 0xff || kind === undefined || at + 4 > jpeg.length) return jpeg;
    if (kind === marker.scan) return Buffer.concat([...parts, jpeg.subarray(at)]);
    const end = kind === 0xff ? at + 1 : at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) return jpeg;
    if (kind !== 0xff && !dropped.includes(kind)) parts.push(jpeg.subarray(at, end));
    at = end;
  }
}

function upright(orientation: number): Buffer {
  const exif = Buffer.from(orientationOnly);
  exif.writeUInt16LE(orientation, orientationAt);
  return exif;
}
