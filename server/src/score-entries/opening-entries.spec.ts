import ExcelJS, { type CellValue } from 'exceljs';
import { randomUUID } from 'node:crypto';
import type { SentFile } from '../../test/api.ts';
import { closeMonth } from '../../test/closed-month.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { ScoreEntriesService } from './score-entries.service.ts';

let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;
let group: { id: string; name: string };
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at('2026-08-20T10:00:00+08:00');
  town = await server.make.town();
  group = await server.make.group(town, '第一学习小组');
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
  member = await server.make.actor({ town, groupId: group.id, name: '王学员' });
});
afterAll(() => server.close());

const march = (more: object = {}) => ({ kind: 'month' as const, clientId: randomUUID(), memberId: member.member.id, month: '2026-03', m: '86.2', evidence: '2026年3月公示表', ...more });
const hours = (more: object = {}) => ({ kind: 'hours' as const, clientId: randomUUID(), memberId: member.member.id, year: '2026', hours: '12.5', evidence: '学时登记本', ...more });
type Body = ReturnType<typeof march> | ReturnType<typeof hours>;
const enter = (body: Body, by = admin) => by.api.call('createOpeningEntry', { body });
const refused = (body: Body, by = admin) => by.api.codeOf('createOpeningEntry', { body });
const opening = async (memberId = member.member.id) => (await server.get(ScoreEntriesService).openingOf(town.scope, '2026', [memberId])).get(memberId);
const listed = async () => (await admin.api.call('listOpeningEntries', { query: { year: '2026', pageSize: 100 } })).items;

async function sheetOf(...lines: readonly (readonly CellValue[])[]): Promise<SentFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('期初数');
  for (const line of lines) sheet.addRow([...line]);
  return { name: '期初数.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}
const check = (file: SentFile, year = '2026') => admin.api.call('checkOpeningSheet', { query: { year }, file });
const write = (file: SentFile, digest: string) => admin.api.send('createOpeningImport', { query: { year: '2026', digest }, file });
const imported = async (file: SentFile) => (await write(file, (await check(file)).digest)).body;

describe('an opening entry', () => {
  test('is a month with its M, a month that was not rated, or the hours of the year', async () => {
    for (const [minute, body] of [march(), march({ month: '2026-04', m: null }), hours()].entries()) {
      server.at(`2026-08-20T10:0${minute}:00+08:00`);
      await enter(body);
    }
    expect(await opening()).toEqual({ months: [{ month: '2026-03', m: '86.20' }, { month: '2026-04', m: null }], hours: '12.50' });
    expect(await listed()).toMatchObject([{ period: '2026', figure: '12.50' }, { period: '2026-04', figure: null }, { period: '2026-03', figure: '86.20', evidence: '2026年3月公示表', member: { name: '王学员' }, enteredBy: { name: '林管理' }, reversal: null }]);
  });

  test('stands once, until it is taken back with a reason', async () => {
    const body = march();
    const { id } = await enter(body);
    expect((await enter(body)).id).toBe(id);
    expect(await refused(march({ m: '90' }))).toBe('OPENING_EXISTS');
    await admin.api.call('reverseOpeningEntry', { params: { id }, body: { reason: '抄错了行' } });
    expect(await admin.api.codeOf('reverseOpeningEntry', { params: { id }, body: { reason: '别的' } })).toBe('ENTRY_REVERSED');
    expect(await opening()).toBeUndefined();
    await enter(march({ m: '90' }));
    expect(await opening()).toMatchObject({ months: [{ m: '90.00' }] });
  });

  test('of a month that the system rates itself, or that is not over, is refused', async () => {
    expect(await refused(march({ month: '2026-08' }))).toBe('INPUT_INVALID');
    expect(await refused(march({ month: '2026-09' }))).toBe('INPUT_INVALID');
    server.at('2026-10-20T10:00:00+08:00');
    admin = await server.make.anew(admin);
    await closeMonth(server, town, '2026-09');
    expect((await admin.api.send('createOpeningEntry', { body: march({ month: '2026-09' }) })).error).toMatchObject({ code: 'OPENING_MONTH_OWN', message: '2026年9月是系统里评的，不用录期初数' });
  });

  test.each([
    [{ m: '100.01' }, 'INPUT_INVALID'],
    [{ m: '-1' }, 'INPUT_INVALID'],
    [{ m: '86.205' }, 'INPUT_INVALID'],
    [{ evidence: '' }, 'INPUT_INVALID'],
    [{ memberId: randomUUID() }, 'NOT_FOUND'],
  ])('with %j is refused', async (more, code) => {
    expect(await refused(march(more))).toBe(code);
  });

  test('about oneself is entered by another admin', async () => {
    expect(await refused(march({ memberId: admin.member.id }))).toBe('ENTRY_ONESELF');
    expect(await refused(march({ memberId: admin.member.id }), await server.make.actor({ town, roles: ['admin'] }))).toBe('ok');
  });

  test('adds its hours to the year, apart from those that the system saw', async () => {
    await enter(hours());
    expect(await member.api.call('getMyHours', { params: { year: '2026' } })).toMatchObject({ hours: '12.5', opening: { hours: '12.5', evidence: '学时登记本' }, items: [] });
    const { items } = await admin.api.call('listStudyHours', { params: { year: '2026' }, query: { groupId: group.id } });
    expect(items).toMatchObject([{ member: { name: '王学员' }, hours: '12.5' }]);
    expect((await member.api.call('getMyHours', { params: { year: '2025' } })).opening).toBeNull();
  });
});

describe('a sheet of them', () => {
  test('is found by its headings in any order, shown before it is written, and written once', async () => {
    const file = await sheetOf(['2026年期初数'], ['依据', '学时', '四月得分', '3月', '姓名', '所在小组'], ['三四月公示表', 12.5, '未评', 86.2, '王 学员', '第1小组'], ['合计', null, null, null, null, null]);
    const shown = await check(file);
    expect(shown).toMatchObject({ added: 3, changed: 0, unchanged: 0, people: 1, faultCount: 0, rows: [{ row: 3, name: '王 学员', figures: [{ period: '2026-03', figure: '86.20', outcome: 'added' }, { period: '2026-04', figure: null, outcome: 'added' }, { period: '2026', figure: '12.50', outcome: 'added' }] }] });
    expect(await opening()).toBeUndefined();
    expect((await write(file, shown.digest)).body).toMatchObject({ added: 3 });
    expect(await opening()).toEqual({ months: [{ month: '2026-03', m: '86.20' }, { month: '2026-04', m: null }], hours: '12.50' });
    expect(await check(file)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect((await write(file, (await check(file)).digest)).error.code).toBe('OPENING_NOTHING_TO_WRITE');
    expect(await listed()).toHaveLength(3);
  });

  test('replaces what reads otherwise now, and keeps the old line with the day on which it was replaced', async () => {
    await imported(await sheetOf(['姓名', '3月', '依据'], ['王学员', 86.2, '公示表']));
    expect(await imported(await sheetOf(['姓名', '3月', '依据'], ['王学员', 90, '更正后的公示表']))).toMatchObject({ added: 0, changed: 1 });
    expect(await opening()).toMatchObject({ months: [{ month: '2026-03', m: '90.00' }] });
    expect((await listed()).map(({ figure, reversal }) => [figure, reversal?.reason ?? null]).sort()).toEqual([['86.20', '重新导入，换成新的数'], ['90.00', null]]);
  });

  test('says of each row that cannot be written what is wrong with it, and writes the others', async () => {
    await server.make.member({ town, groupId: group.id, name: '同名人' });
    await server.make.member({ town, groupId: group.id, name: '同名人' });
    const file = await sheetOf(
      ['姓名', '小组', '3月', '5月', '8月', '学时', '依据'],
      ['王学员', '第一学习小组', 86, 88, null, 8, '公示表'],
      ['没有人', null, 80, null, null, null, '公示表'],
      ['同名人', '第一组', 80, null, null, null, '公示表'],
      ['王学员', null, 80, null, null, null, '公示表'],
      ['林管理', null, 80, null, null, null, '公示表'],
      [null, null, 80, null, null, null, '公示表'],
      ['同名人', '第九组', 101, '86.205', 80, '一天', null],
    );
    const shown = await check(file);
    expect(shown.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '姓名', 'MEMBER_UNKNOWN'],
      [4, '姓名', 'MEMBER_TWICE'],
      [5, '姓名', 'ROW_TWICE'],
      [6, '姓名', 'MEMBER_SELF'],
      [7, '姓名', 'NAME_MISSING'],
      [8, '姓名', 'MEMBER_UNKNOWN'],
      [8, '3月', 'FIGURE_WRONG'],
      [8, '5月', 'FIGURE_WRONG'],
      [8, '8月', 'MONTH_NOT_OVER'],
      [8, '学时', 'HOURS_WRONG'],
      [8, '依据', 'EVIDENCE_MISSING'],
    ]);
    expect(shown.faults[6]?.message).toBe('“101”不能超过100。分数写0到100，没有评的写“未评”');
    expect(shown).toMatchObject({ people: 1, added: 3, faultCount: 11 });
    expect((await write(file, shown.digest)).status).toBe(201);
    expect(await opening()).toMatchObject({ hours: '8.00' });
  });

  test('with a month that the system rates is refused in that row', async () => {
    server.at('2026-10-20T10:00:00+08:00');
    admin = await server.make.anew(admin);
    await closeMonth(server, town, '2026-09');
    const { faults } = await check(await sheetOf(['姓名', '2026年9月', '依据'], ['王学员', 86, '公示表']));
    expect(faults).toMatchObject([{ row: 2, column: '2026年9月', code: 'MONTH_OWN', message: '2026年9月是系统里评的，不用录。请把这一列清空' }]);
  });

  test('that changed since it was shown is not written', async () => {
    const file = await sheetOf(['姓名', '3月', '依据'], ['王学员', 86.2, '公示表']);
    const { digest } = await check(file);
    await enter(march({ m: '80' }));
    expect((await write(file, digest)).error.code).toBe('OPENING_SHEET_STALE');
    expect(await opening()).toMatchObject({ months: [{ m: '80.00' }] });
  });

  test('that is no xlsx, or has no such heading, is refused', async () => {
    const sent = (file: SentFile) => admin.api.codeOf('checkOpeningSheet', { query: { year: '2026' }, file });
    expect(await sent({ name: '期初数.xlsx', bytes: Buffer.from('姓名,3月') })).toBe('FILE_NOT_XLSX');
    expect(await sent(await sheetOf(['姓名', '电话'], ['王学员', '13800001234']))).toBe('OPENING_HEADER_NOT_FOUND');
    expect(await sent(await sheetOf(['姓名', '2025年3月'], ['王学员', 86]))).toBe('OPENING_HEADER_NOT_FOUND');
  });

  test('can begin from the template, which names everybody by group and surname, and the months since the founding that may be brought', async () => {
    const second = await server.make.group(town, '第二学习小组');
    for (const name of ['孙学员', '白学员']) await server.make.member({ town, groupId: second.id, name });
    const { body, headers } = await admin.api.send('getOpeningTemplate', { query: { year: '2026' } });
    expect(headers.get('content-type')).toContain('spreadsheetml');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    expect((sheet?.getRow(1).values as CellValue[]).slice(1)).toEqual(['姓名', '小组', ...[5, 6, 7].map((month) => `2026年${month}月`), '学时', '依据']);
    const names = sheet?.getColumn(1).values as CellValue[];
    expect(names.slice(2)).toEqual(['王学员', '白学员', '孙学员', '林管理', '创始人']);
    const line = sheet?.getRow(2);
    if (line) [line.getCell(4).value, line.getCell(7).value] = ['88.5', '公示表'];
    expect(await check({ name: '期初数.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) })).toMatchObject({ people: 1, added: 1, faultCount: 0 });
  });
});
