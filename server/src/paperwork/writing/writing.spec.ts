import ExcelJS from 'exceljs';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer } from 'yauzl';
import type { Form, FormRow } from '../form.ts';
import { docxOf } from './docx.ts';
import { xlsxOf } from './xlsx.ts';
import { type Entry, zipOf } from './zip.ts';

const madeAt = new Date('2026-11-30T09:00:00+08:00');
async function* rowsOf(rows: readonly FormRow[]): AsyncIterable<FormRow> {
  yield* rows;
}
const columns = [
  { key: 'no', label: '序号', width: 12 },
  { key: 'name', label: '姓名', width: 30, required: true },
  { key: 'hours', label: '学时', width: 20, kind: 'number' },
  { key: 'remark', label: '备注', width: 40, kind: 'long' },
] as const;

function form(rows: readonly FormRow[], more: Partial<Form> = {}): Form {
  return {
    ...{ key: 'sign-in', title: '学习活动签到表', unit: '青禾微党校', date: '2026年11月30日', landscape: false, lead: null, fileName: '签到表' },
    facts: [{ label: '活动', value: '冬油菜田间管理' }, { label: '地点', value: '活动室' }, { label: '内容', value: '第一行\n第二行', wide: true }],
    tables: [{ heading: null, columns, rowHeight: null, rows: rowsOf(rows) }],
    ...{ notes: ['到了就签名。'], signatures: ['组长签名'], check: null, ...more },
  };
}

async function workbook(made: Readable): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await buffer(made)) as never);
  return book;
}
const sheetOf = async (made: Form): Promise<ExcelJS.Worksheet> => (await workbook(xlsxOf(made, madeAt))).worksheets[0] as ExcelJS.Worksheet;
const rowOf = (sheet: ExcelJS.Worksheet, at: number): unknown[] => [1, 2, 3, 4].map((column) => sheet.getCell(at, column).value);

/** The parts of a zip by their paths. */
function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('entry', (entry) => zip.openReadStream(entry, (failure, stream) => (failure ? reject(failure) : void textOf(stream).then((text) => (parts.set(entry.fileName, text), zip.readEntry()), reject))));
      zip.on('end', () => resolve(parts));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
const documentOf = async (made: Form): Promise<string> => (await partsOf(await buffer(docxOf(made, madeAt)))).get('word/document.xml') ?? '';
/** Text of a document, tables as lines of cells. */
const wordsOf = (document: string): string => document.replace(/<\/w:tc>/g, '|').replace(/<\/w:(p|tr)>/g, '\n').replace(/<w:br\/>/g, '↵').replace(/<[^>]+>/g, '').replace(/\n\|/g, '|');

describe('As a spreadsheet', () => {
  test('a form has its head, its facts, its columns, its rows in order and its foot', async () => {
    const sheet = await sheetOf(form([{ name: '秦德厚', hours: '1.5', remark: '代签' }, { name: '文淑珍', hours: '4' }]));
    expect([sheet.getCell('A1').value, sheet.getCell('A2').value, sheet.getCell('C2').value]).toEqual(['学习活动签到表', '填报单位：青禾微党校', '填表日期：2026年11月30日']);
    expect(rowOf(sheet, 3)).toEqual(['活动', '冬油菜田间管理', '地点', '活动室']);
    expect(sheet.getCell('B4').value).toBe('第一行\n第二行');
    expect([5, 6, 7].map((at) => rowOf(sheet, at))).toEqual([['序号', '姓名', '学时', '备注'], [1, '秦德厚', 1.5, '代签'], [2, '文淑珍', 4, null]]);
    expect([sheet.getCell('A8').value, sheet.getCell('A9').value]).toEqual(['说明：到了就签名。', expect.stringMatching(/^组长签名：\s+日期：/)]);
  });

  test('is printed on A4 with the headings on every page, and says which page it is', async () => {
    const landscape = await sheetOf(form([], { landscape: true }));
    expect(landscape.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '5:5' });
    expect(landscape.headerFooter.oddFooter).toContain('第&P页，共&N页');
  });

  test('what looks like a formula stays text, also in a column of figures', async () => {
    const nasty = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '=HYPERLINK("x")', '\t=1'];
    const sheet = await sheetOf(form(nasty.map((name) => ({ name, hours: name, remark: name }))));
    for (const [at, text] of nasty.entries()) expect(rowOf(sheet, 6 + at).slice(1)).toEqual([text, text, text]);
    expect(sheet.getCell('B6').numFmt).toBe('@');
    expect(sheet.getCell('B6').type).toBe(ExcelJS.ValueType.String);
  });

  test('figures can be added up, and those of the rating keep their two places', async () => {
    const sheet = await sheetOf(form([{ hours: '1.5' }, { hours: '75.30' }, { hours: '' }]));
    expect([6, 7].map((at) => [sheet.getCell(at, 3).type, sheet.getCell(at, 3).value, sheet.getCell(at, 3).numFmt])).toEqual([[ExcelJS.ValueType.Number, 1.5, undefined], [ExcelJS.ValueType.Number, 75.3, '0.00']]);
  });

  test('text that XML cannot hold loses only that, and signs of XML are text', async () => {
    const sheet = await sheetOf(form([{ name: 'a\u0000b\ud800c<b>&"', remark: '🌾' }]));
    expect(rowOf(sheet, 6)).toEqual([1, 'abc<b>&"', null, '🌾']);
  });

  test('a long text makes its row higher', async () => {
    const sheet = await sheetOf(form([{ name: '短' }, { remark: '很长的备注'.repeat(20) }]));
    expect(sheet.getRow(7).height).toBeGreaterThan(sheet.getRow(6).height * 3);
  });

  test('each of several tables is a sheet of its own, and one without rows says so', async () => {
    const tables = ['请假', '补学'].map((heading) => ({ heading, columns, rowHeight: null, rows: rowsOf([]) }));
    const book = await workbook(xlsxOf(form([], { tables }), madeAt));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['请假', '补学']);
    expect(book.worksheets.map((sheet) => sheet.getSheetValues().flat().filter((value) => value === '没有记录').length)).toEqual([4, 4]);
  });
});

describe('As a document', () => {
  test('a form has the same words in the same order', async () => {
    const words = wordsOf(await documentOf(form([{ name: '秦德厚', hours: '1.5', remark: '=1+1' }])));
    expect(words.split('\n').filter(Boolean)).toEqual([
      ...['学习活动签到表', '填报单位：青禾微党校填表日期：2026年11月30日', '活动|冬油菜田间管理|地点|活动室|', '内容|第一行↵第二行|'],
      ...['序号|姓名|学时|备注|', '1|秦德厚|1.5|=1+1|', '说明：到了就签名。', expect.stringMatching(/^组长签名：/)],
    ]);
  });

  test('is printed on A4 with the headings on every page, no row is torn, and its foot counts the pages', async () => {
    const parts = await partsOf(await buffer(docxOf(form([{ name: '秦德厚' }], { landscape: true }), madeAt)));
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect([document.match(/<w:tblHeader\/>/g)?.length, (document.match(/<w:tr>/g)?.length ?? 0) - (document.match(/<w:cantSplit\/>/g)?.length ?? 0)]).toEqual([1, 0]);
    expect(parts.get('word/footer1.xml')).toMatch(/ PAGE .* NUMPAGES /);
  });
});

test('a thousand rows are written as they come, whole and in order', async () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `学员${at}·${'很长的名字'.repeat(6)}`);
  const rows = () => names.map((name) => ({ name }));
  const sheet = await sheetOf(form(rows()));
  expect(names.map((_, at) => sheet.getCell(6 + at, 2).value)).toEqual(names);
  expect(wordsOf(await documentOf(form(rows()))).match(/学员\d+·/g)).toHaveLength(1_000);
});

describe('A zip', () => {
  const packed = (text: string): Readable => docxOf(form([{ name: text }]), madeAt);

  test('is made entry by entry, never further than somebody reads', async () => {
    let begun = 0;
    async function* many(): AsyncIterable<Entry> {
      for (begun = 1; begun <= 500; begun += 1) yield { path: `${begun}.docx`, packed: packed('秦德厚'.repeat(2_000)) };
    }
    const zip = zipOf(many(), madeAt);
    await once(zip, 'readable');
    await new Promise(setImmediate);
    expect(begun).toBeLessThan(60);
    zip.destroy();
    await once(zip, 'close');
  });

  test('of three thousand sheets needs no more memory than one of three hundred', async () => {
    const program = path.join(import.meta.dirname, 'many-sheets-for-tests.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-transform-types', '--no-warnings', '--expose-gc', program, '3000']);
    expect(Number(stdout)).toBeLessThan(40);
  }, 120_000);

  test('that fails half way ends with the error, not with half a zip', async () => {
    async function* failing(): AsyncIterable<Entry> {
      yield { path: 'a.docx', packed: packed('甲') };
      throw new Error('the second one cannot be made');
    }
    await expect(buffer(zipOf(failing(), madeAt))).rejects.toThrow('the second one cannot be made');
  });

  test('whose rows fail ends with that error too', async () => {
    async function* rows(): AsyncIterable<FormRow> {
      yield { name: '甲' };
      throw new Error('no more rows');
    }
    const broken = form([], { tables: [{ heading: null, columns, rowHeight: null, rows: rows() }] });
    await expect(buffer(xlsxOf(broken, madeAt))).rejects.toThrow('no more rows');
    await expect(buffer(zipOf([{ path: 'a.docx', packed: docxOf(form([], { tables: [{ heading: null, columns, rowHeight: null, rows: rows() }] }), madeAt) }], madeAt))).rejects.toThrow('no more rows');
  });
});
