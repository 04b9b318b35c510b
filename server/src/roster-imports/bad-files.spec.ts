import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { type Line, xlsx } from './roster-for-tests.ts';

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.make.actor({ roles: ['admin'], groupId: null });
  await server.make.group(admin.town, '第一小组');
});
afterAll(() => server.close());

const send = (bytes: Uint8Array, name = '花名册.xlsx') => admin.api.send('createRosterImport', { file: { name, bytes } });

async function codeOf(bytes: Uint8Array, name?: string): Promise<string> {
  const { status, error } = await send(bytes, name);
  return status < 400 ? 'ok' : error.code;
}

const people = (count: number): Line[] => [['姓名', '小组', '手机'], ...Array.from({ length: count }, (_, at) => [`学员${at % 10}`, '一组', `13${String(at).padStart(9, '0')}`])];

/** A roster of one person, with some of its parts replaced. */
async function withParts(parts: Zippable): Promise<Buffer> {
  const { bytes } = await xlsx(people(1));
  return Buffer.from(zipSync({ ...unzipSync(bytes), ...parts }));
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const sheetOf = (rows: string, after = ''): Uint8Array => strToU8(`<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`);
const inline = (texts: readonly string[]): string => `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

describe('a file that is no roster is refused with a code', () => {
  test('when it is missing, empty, or no workbook at all', async () => {
    expect(await admin.api.codeOf('createRosterImport', { body: {} as never })).toBe('FILE_MISSING');
    expect(await codeOf(new Uint8Array())).toBe('FILE_MISSING');
    expect(await codeOf(strToU8('姓名,小组\n甲,一组'), '花名册.csv')).toBe('FILE_NOT_XLSX');
    expect(await codeOf(strToU8('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel', true), '花名册.xls')).toBe('FILE_NOT_XLSX');
    expect(await codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('FILE_NOT_XLSX');
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<w/>') }), '文件.docx')).toBe('FILE_NOT_XLSX');
    expect(await codeOf(zipSync({ 'xl/workbook.bin': strToU8('binary') }))).toBe('FILE_NOT_XLSX');
  });

  test('when it is damaged', async () => {
    const { bytes } = await xlsx(people(3));
    expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toBe('FILE_UNREADABLE');
    expect(await codeOf(await withParts({ [sheetPart]: strToU8('<worksheet><sheetData><row><c>') }))).toBe('FILE_UNREADABLE');
    expect(await codeOf(await withParts({ [sheetPart]: new Uint8Array([0xff, 0xfe, 0, 1, 2, 3]) }))).toBe('FILE_UNREADABLE');
    const scratched = Buffer.from(bytes);
    const at = scratched.indexOf(sheetPart) + sheetPart.length + 20;
    scratched.fill(0x55, at, at + 60);
    expect(await codeOf(scratched)).toBe('FILE_UNREADABLE');
  });

  test('when no sheet has a header', async () => {
    expect(await codeOf((await xlsx([['甲', '一组'], ['乙', '二组']])).bytes)).toBe('ROSTER_HEADER_NOT_FOUND');
    expect(await codeOf((await xlsx([])).bytes)).toBe('ROSTER_HEADER_NOT_FOUND');
  });

  test('when it is over ten megabytes', async () => {
    expect(await codeOf(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('FILE_TOO_LARGE');
  });

  test('when it is a bomb: by how densely it is packed, by its number of parts', async () => {
    expect(await codeOf(await withParts({ [sheetPart]: new Uint8Array(20 * 1024 * 1024) }))).toBe('FILE_TOO_COMPLEX');
    expect(await codeOf(await withParts(Object.fromEntries(Array.from({ length: 1_100 }, (_, at) => [`xl/media/${at}.png`, strToU8('x')]))))).toBe('FILE_TOO_COMPLEX');
  });

  test('when it has 50,000 rows, before their texts are unpacked', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c><c r="B${at + 1}"><v>${at * 7919}</v></c></row>`).join('');
    const broken = strToU8('<sst><si><t>never read');
    expect(await send(await withParts({ [sheetPart]: sheetOf(rows), 'xl/sharedStrings.xml': broken }))).toMatchObject({ status: 422, error: { code: 'FILE_TOO_MANY_ROWS', message: '表里超过5000行，请分成几个文件' } });
  });

  test('when its cells hold far more text than a roster', async () => {
    const long = '长'.repeat(1_900);
    const rows = Array.from({ length: 4_000 }, (_, at) => inline([`甲${at}`, '一组', `${at}${long}`])).join('');
    const bytes = await withParts({ [sheetPart]: sheetOf(inline(['姓名', '小组', '备注']) + rows) });
    expect(['FILE_TOO_COMPLEX']).toContain(await codeOf(bytes));
  });
});

describe('a file that is odd but whole is read', () => {
  test('with many styled rows that hold nothing', async () => {
    const empty = Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`).join('');
    expect((await send(await withParts({ [sheetPart]: sheetOf(inline(['姓名', '小组', '手机']) + inline(['甲一', '一组', '13800000001']) + empty) }))).body).toMatchObject({ valid: 1, invalid: 0 });
  });

  test('with prefixed names, runs, reading aids, escaped characters and no addresses', async () => {
    const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row>${['姓名', '小组', '手机'].map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('')}</x:row><x:row><x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:r><x:t>_x000D_一</x:t></x:r><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v>一组</x:v></x:c><x:c><x:v>1.3800000001E10</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { body } = await send(await withParts({ [sheetPart]: strToU8(sheet) }));
    expect(body).toMatchObject({ valid: 1, faults: [] });
    const { items } = await admin.api.call('listRosterRows', { params: { id: body.id } });
    expect(items).toMatchObject([{ row: 2, name: '甲一', groupName: '第一小组', phoneMasked: '138****0001' }]);
  });

  test('with merged ranges that cover the whole world', async () => {
    const merges = Array.from({ length: 2_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    expect(await codeOf(await withParts({ [sheetPart]: sheetOf(inline(['姓名', '小组', '手机']) + inline(['甲一', '一组', '13800000001']), `<mergeCells>${merges}</mergeCells>`) }))).not.toBe('INTERNAL');
  });

  test('with entities of its own: they are not expanded', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await codeOf(await withParts({ [sheetPart]: strToU8(bomb) }))).toBe('FILE_UNREADABLE');
  });

  test('with 3,000 people, and each page of them comes in order', async () => {
    const { bytes } = await xlsx(people(3_000));
    const { body } = await send(bytes);
    expect(body).toMatchObject({ valid: 3_000, invalid: 0 });
    const { items, total } = await admin.api.call('listRosterRows', { params: { id: body.id }, query: { page: 30, pageSize: 100 } });
    expect([total, items.length, items[99]?.row]).toEqual([3_000, 100, 3_001]);
    expect(await admin.api.call('confirmRosterImport', { params: { id: body.id } })).toMatchObject({ added: 3_000 });
  });
});
