import type { Cleaned } from './cleaned.ts';
import { orientationIn, orientationOnly } from './orientation.ts';

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe } as const;
const exif = 'Exif\0\0';
/** Of what applications write, only what colours and sizes need; a JFIF block, if it is whole, up to where its small copy would begin. */
const kept: Readonly<Record<number, { name: string; bytes?: number }>> = { [marker.app0]: { name: 'JFIF\0', bytes: 14 }, [marker.app2]: { name: 'ICC_PROFILE\0' }, [marker.app14]: { name: 'Adobe' } };

interface Segment {
  readonly kind: number;
  readonly content: Buffer;
  /** Where the bytes after it begin. */
  readonly next: number;
}

/**
 * A JPEG without place, time, phone, words and small copies, and without what hangs behind its end: a second picture or a
 * film. Null for what is no sound JPEG.
 */
export function cleanJpeg(jpeg: Buffer): Cleaned | null {
  const parts: Buffer[] = [];
  let [orientation, at] = [1, 2];
  for (let hasScan = false; ; ) {
    const segment = segmentFrom(jpeg, at);
    if (!segment || segment.kind === marker.end) return hasScan ? { bytes: assembled(parts, orientation), orientation } : null;
    if (segment.kind === marker.app1 && named(segment.content, exif)) orientation = orientationIn(segment.content.subarray(exif.length));
    parts.push(...shownOf(segment));
    at = segment.next;
    if (segment.kind !== marker.scan) continue;
    hasScan = true;
    at = endOfScan(jpeg, at);
    parts.push(jpeg.subarray(segment.next, at));
  }
}

/** Bytes between segments mean nothing and are left out. Null at the end, and where one is cut off. */
function segmentFrom(jpeg: Buffer, from: number): Segment | null {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const kind = jpeg[at + 1] ?? 0xff;
    if (kind === 0 || kind === 0xff) continue;
    if (standsAlone(kind)) return { kind, content: Buffer.alloc(0), next: at + 2 };
    const length = at + 4 > jpeg.length ? 0 : jpeg.readUInt16BE(at + 2);
    const next = at + 2 + length;
    return length < 2 || next > jpeg.length ? null : { kind, content: jpeg.subarray(at + 4, next), next };
  }
  return null;
}

/** TEM, RST0 to RST7, SOI and EOI carry nothing. */
function standsAlone(kind: number): boolean {
  return kind === 0x01 || (kind >= 0xd0 && kind <= marker.end);
}

/** The picture's own data, up to the next marker that is not part of it. */
function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length;
}

function shownOf({ kind, content }: Segment): Buffer[] {
  if (kind === marker.comment || standsAlone(kind)) return [];
  if (kind < marker.app0 || kind > marker.app15) return [segment(kind, content)];
  const rule = kept[kind];
  if (!rule || !named(content, rule.name) || content.length < (rule.bytes ?? 0)) return [];
  return [segment(kind, rule.bytes ? withoutCopy(content.subarray(0, rule.bytes)) : content)];
}

/** JFIF's small copy is as wide and as high as its last two bytes say. */
function withoutCopy(jfif: Buffer): Buffer {
  return Buffer.concat([jfif.subarray(0, 12), Buffer.alloc(2)]);
}

function named(content: Buffer, name: string): boolean {
  return content.toString('latin1', 0, name.length) === name;
}

function segment(kind: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function assembled(parts: readonly Buffer[], orientation: number): Buffer {
  const turned = orientation > 1 ? [segment(marker.app1, Buffer.concat([Buffer.from(exif, 'latin1'), orientationOnly(orientation)]))] : [];
  return Buffer.concat([Buffer.from([0xff, marker.start]), ...turned, ...parts, Buffer.from([0xff, marker.end])]);
}
