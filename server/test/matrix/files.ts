import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import type { SentFile } from '../api.ts';

let made: { roster?: SentFile; word?: SentFile } = {};

/** A roster of one person in a group that the town does not have. */
export async function rosterFile(): Promise<SentFile> {
  if (made.roster) return made.roster;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(['姓名', '小组', '电话']);
  sheet.addRow(['新人甲', '新来学习小组', '13700000001']);
  const roster = { name: '名册.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
  made = { ...made, roster };
  return roster;
}

export async function wordFile(): Promise<SentFile> {
  if (made.word) return made.word;
  const document = new Document({ sections: [{ children: [new Paragraph('冬油菜要管好三件事。')] }] });
  const word = { name: '主题.docx', bytes: new Uint8Array(await Packer.toBuffer(document)) };
  made = { ...made, word };
  return word;
}

/** One grey pixel. */
export function pngFile(): SentFile {
  return { name: '图.png', bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==', 'base64') };
}

/** The head of an Ogg stream; enough to be known as one. */
export function voiceFile(): SentFile {
  return { name: '收获.ogg', bytes: Buffer.from('OggS\0\x02'.padEnd(64, '\0'), 'latin1') };
}
