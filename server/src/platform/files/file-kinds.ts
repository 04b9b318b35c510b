/** What a file is by its own bytes; its name and the sender's Content-Type are not asked. */
export const contentTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  webm: 'video/webm',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

export type FileKind = keyof typeof contentTypes;

/** A text at an offset of the file that gives a kind away; every one of a row must stand there. */
type Signature = readonly (readonly [offset: number, bytes: string])[];

const signatures: readonly (readonly [FileKind, Signature])[] = [
  ['png', [[0, '\x89PNG\r\n\x1a\n']]],
  ['jpg', [[0, '\xff\xd8\xff']]],
  ['gif', [[0, 'GIF8']]],
  ['webp', [[0, 'RIFF'], [8, 'WEBP']]],
  ['wav', [[0, 'RIFF'], [8, 'WAVE']]],
  ['mp3', [[0, 'ID3']]],
  ['ogg', [[0, 'OggS']]],
  ['webm', [[0, '\x1a\x45\xdf\xa3']]],
  // The same box as a film's; these brands say that it holds pictures. Nothing of ours takes one.
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'].map((brand) => ['heic', [[4, `ftyp${brand}`]]] as const),
  ['m4a', [[4, 'ftypM4A']]],
  ['mp4', [[4, 'ftyp']]],
  ['pdf', [[0, '%PDF-']]],
];

/** Null for whatever is none of ours. */
export function kindOf(bytes: Buffer): FileKind | null {
  const found = signatures.find(([, signature]) => signature.every(([offset, text]) => hasAt(bytes, offset, text)));
  return found?.[0] ?? officeKind(bytes) ?? mpegKind(bytes);
}

function hasAt(bytes: Buffer, offset: number, text: string): boolean {
  return bytes.subarray(offset, offset + text.length).toString('latin1') === text;
}

/** Word's and Excel's files are zips; the directory at a zip's end names the part that tells which. */
function officeKind(bytes: Buffer): FileKind | null {
  if (!hasAt(bytes, 0, 'PK\x03\x04')) return null;
  const directory = bytes.subarray(-64 * 1024);
  if (directory.includes('word/document')) return 'docx';
  return directory.includes('xl/workbook') ? 'xlsx' : null;
}

/** MPEG audio begins with eleven set bits; its layer bits are 00 in AAC's ADTS frames. */
function mpegKind(bytes: Buffer): FileKind | null {
  const [first = 0, second = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  if ((second & 0xf6) === 0xf0) return 'aac';
  return (second & 0x06) === 0x02 ? 'mp3' : null;
}
