import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import ExcelJS from 'exceljs';
import { fromBuffer } from 'yauzl';

type View = Answer<'viewTownForm'>;

/** A view's tables as lines of cells under their headings. */
export function linesOf({ tables }: View): string[][] {
  return tables.map(({ columns, rows }) => [columns.map(({ label }) => label).join('|'), ...rows.map((row) => row.join('|'))]);
}

export function factOf({ facts }: View, label: string): string | undefined {
  return facts.find((fact) => fact.label === label)?.value;
}

/** The first sheet of a workbook as lines of cells; merged cells once. */
export async function sheetLines(bytes: unknown): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const lines: string[] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void (cell.isMerged && cell.master !== cell ? null : cells.push(cell.text)));
    lines.push(cells.join('|'));
  });
  return lines;
}

/** Paths of a zip with the text of each part, or its bytes as latin1 where it is a zip itself. */
export function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString(/\.(xlsx|docx)$/.test(entry.fileName) ? 'latin1' : 'utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(parts)).on('error', reject);
      zip.readEntry();
    });
  });
}

/** The words of a Word document, a table's row as cells with bars between. */
export async function documentLines(bytes: unknown): Promise<string[]> {
  const document = (await partsOf(bytes as Buffer)).get('word/document.xml') ?? '';
  const words = document.replace(/<\/w:tc>/g, '|').replace(/<\/w:(p|tr)>/g, '\n').replace(/<w:br\/>/g, '↵').replace(/<[^>]+>/g, '').replace(/\n\|/g, '|');
  return words.split('\n').filter(Boolean);
}
