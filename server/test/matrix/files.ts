import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import type { SentFile } from '../api.ts';
import { samplePhone } from '../factory.ts';

let word: SentFile | undefined;

let people = 0;
/** Nobody's yet, so that no import has to ask whether it is the same person. */
const freshName = (): string => `新人${String.fromCodePoint(0x4e00 + (people += 1))}`;

/** A roster of one person in that group. */
export async function rosterFile(group = '新来学习小组'): Promise<SentFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(['姓名', '小组', '电话']);
  sheet.addRow([freshName(), group, samplePhone()]);
  return { name: '名册.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

export async function wordFile(): Promise<SentFile> {
  if (word) return word;
  const document = new Document({ sections: [{ children: [new Paragraph('冬油菜要管好三件事。')] }] });
  return (word = { name: '主题.docx', bytes: new Uint8Array(await Packer.toBuffer(document)) });
}

/** One grey pixel. */
export function pngFile(): SentFile {
  return { name: '图.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==', 'base64') };
}

/** The head of an Ogg stream; enough to be known as one. */
export function voiceFile(): SentFile {
  return { name: '收获.ogg', bytes: Buffer.from('OggS\0\x02'.padEnd(64, '\0'), 'latin1') };
}
