import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Worksheet } from 'exceljs';
import type { Api } from '../../test/api.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { type Line, xlsx } from './roster-for-tests.ts';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await startTestServer();
  const { town, ...admin } = await server.make.actor({ roles: ['admin'], groupId: null });
  for (const name of ['第一学习小组', '第二学习小组', '安溪村学习小组']) await server.make.group(town, name);
  ({ api } = admin);
});
afterAll(() => server.close());

type Row = Answer<'listRosterRows'>['items'][number];

async function read(lines: readonly Line[], shape?: (sheet: Worksheet) => void) {
  const { id, faults, valid, invalid } = await api.call('createRosterImport', { file: await xlsx(lines, shape) });
  const { items } = await api.call('listRosterRows', { params: { id }, query: { pageSize: 100 } });
  return { id, valid, invalid, faults, rows: items.map(({ sheet, row, name, phoneMasked, groupName }: Row) => [sheet, row, name, phoneMasked, groupName].filter((value) => value !== null).join(' ')) };
}
const codes = (faults: Answer<'createRosterImport'>['faults']) => faults.map(({ row, column, code }) => `${row} ${column} ${code}`);

test('lists side by side are read each by itself, and a row is named with its side', async () => {
  const { id, rows, faults } = await read([
    ['党员名册', '', '', '', '', '', '', '', ''],
    ['序号', '姓名', '手机', '小组', '序号', '姓名', '手机', '小组', '备注'],
    [1, '己一', 13800000361, '一组', 3, '己三', 13800000363, '二组', ''],
    [2, '己二', 13800000362, '', 4, '己四', '138000003', '', '外出'],
    ['合计', 4, '', '', '', '', '', '', ''],
  ], (sheet) => sheet.mergeCells('A1:I1'));
  expect(rows).toEqual(['名册（左） 3 己一 138****0361 第一学习小组', '名册（左） 4 己二 138****0362 第一学习小组', '名册（右） 3 己三 138****0363 第二学习小组', '名册（右） 4 己四 138****003 第二学习小组']);
  expect(codes(faults)).toEqual(['4 手机 PHONE_LENGTH']);
  const fixes = [{ kind: 'value' as const, row: 4, sheet: '名册（右）', field: 'phone' as const, value: '13800000364' }];
  expect(await api.call('correctRosterRows', { params: { id }, body: { fixes } })).toMatchObject({ valid: 4, invalid: 0 });
});

test('three lists that only repeat themselves are three', async () => {
  const { rows } = await read([['姓名', '电话', '姓名', '电话', '姓名', '电话'], ['己五', '13800000365', '己六', '13800000366', '己七', '13800000367']]);
  expect(rows.map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual(['名册（第1栏） 2 己五', '名册（第2栏） 2 己六', '名册（第3栏） 2 己七']);
});

test('a relative’s name and phone beside a member are no second list', async () => {
  const { rows } = await read([['姓名', '小组', '手机', '姓名', '手机'], ['庚一', '一组', '13800000371', '庚一的儿子', '13800000372']]);
  expect(rows).toEqual(['2 庚一 138****0371 第一学习小组']);
});

test('an error in a cell is told where it matters, and rows of nothing but errors are nobody', async () => {
  const error = (value: string) => ({ error: value }) as never;
  const { faults, valid, invalid } = await read([
    ['序号', '姓名', '手机', '小组', '职务'],
    [1, '辛一', error('#N/A'), '一组', ''],
    [2, error('#REF!'), '13800000382', '一组', ''],
    [3, '辛三', '13800000383', error('#VALUE!'), ''],
    [4, '辛四', '13800000384', '一组', error('#N/A')],
    [5, error('#N/A'), error('#N/A'), '', ''],
  ]);
  expect(codes(faults)).toEqual(['2 手机 CELL_ERROR', '3 姓名 CELL_ERROR', '4 小组 CELL_ERROR']);
  expect(faults[0]?.message).toBe('这一格的公式出错了，看不到内容。请填上实际的内容');
  expect([valid, invalid]).toEqual([1, 3]);
});

test('a title names the group, and so does a numbered heading between people', async () => {
  const titled = await read([['2026年安溪村学习小组党员名单'], ['姓 名', '手 机 号'], ['丁一', '13800000341'], ['制表：王五', '']]);
  expect(titled.rows).toEqual(['3 丁一 138****0341 安溪村学习小组']);
  const sections = await read([['序号', '姓名', '电话'], ['一', '第一学习小组', ''], [1, '卯一', '13800000461'], ['二', '第二学习小组', ''], [1, '卯二', '13800000462'], [2, '卯三', ''], ['', '小计：2人', '']]);
  expect(sections.rows).toEqual(['3 卯一 138****0461 第一学习小组', '5 卯二 138****0462 第二学习小组', '6 卯三 第二学习小组']);
});

test('a note below the people is nobody, whatever cells it is spread over', async () => {
  const { rows } = await read([
    ['序', '姓名', '手机号码（必填）', '所属党小组'],
    [1, '戊一', 13800000351, '一组'],
    ['注', '本表由组织委员填写', '', ''],
    ['总计', '1', '', ''],
    ['填表人', '周二', '审核人', '吴三'],
    ['书记签字：', '', '13800000359', ''],
    ['填报日期', '2026年10月', '', ''],
  ]);
  expect(rows).toEqual(['2 戊一 138****0351 第一学习小组']);
});

test('a header that calls people 学员 is found by its phone', async () => {
  const prose = Array.from({ length: 12 }, (_, at): Line => [`第${at + 1}条 姓名必须如实填写，小组要填写完整。`]);
  const { rows } = await read([...prose, ['学员', '组名', '手机号'], ['壬一', '一组', '0086 13800000401']]);
  expect(rows).toEqual(['14 壬一 138****0401 第一学习小组']);
});

test('a name with a star, a stroke or a picture in it is asked about, a dotted or a Latin one is not', async () => {
  const names = ['辛三👍', '辛五*', '辛八/辛九', '阿 依 古 丽 • 买买提', 'Zhang San', '𠮷野'];
  const { faults, valid } = await read([['姓名', '小组', '入党时间'], ...names.map((name): Line => [name, '一组', "'20190701"])]);
  expect(codes(faults)).toEqual([2, 3, 4].map((row) => `${row} 姓名 NAME_ODD`));
  expect(valid).toBe(names.length);
});

test('somebody who stands in two sheets is told with the sheet', async () => {
  const { faults } = await read([['姓名', '小组', '手机'], ['子一', '一组', '13800000431']], (sheet) => {
    sheet.workbook.addWorksheet('二组').addRows([['姓名', '小组', '手机'], ['子二', '二组', '13800000432'], ['子一', '一组', '13800000431'], ['子三', '二组', '13800000431']]);
  });
  expect(faults.map(({ row, message }) => `${row} ${message.split('。')[0]}`)).toEqual(['3 和“名册”第2行是同一个人', '4 和“名册”第2行手机号相同']);
});

test('a second phone of the same person stands in where the first is blank; a landline and a relative’s do not', async () => {
  const { rows } = await read([['姓名', '小组', '手机', '联系电话', '家庭电话'], ['寅一', '一组', '', '13800000453', ''], ['寅二', '一组', '13800000454', '13800000455', ''], ['寅三', '一组', '', '0825-2345678', '13800000456']]);
  expect(rows).toEqual(['2 寅一 138****0453 第一学习小组', '3 寅二 138****0454 第一学习小组', '4 寅三 第一学习小组']);
});

test('a group is known with its head count, with the town before it, and not where it is still to be found', async () => {
  const groups = ['第一学习小组（12人）', '龙凤镇安溪村学习小组', '待定', '第二学习小组 （共 3 人）'];
  const { rows, faults } = await read([['姓名', '小组'], ...groups.map((group, at): Line => [`卯${'甲乙丙丁'[at]}`, group])]);
  expect(rows).toEqual(['2 卯甲 第一学习小组', '3 卯乙 安溪村学习小组', '4 卯丙', '5 卯丁 第二学习小组']);
  expect(codes(faults)).toEqual(['4 小组 GROUP_MISSING']);
});

test('a heading between people that stands in the names’ column is nobody', async () => {
  const { rows } = await read([['姓名', '小组', '手机'], ['辰一', '一组', '13800000471'], ['班子成员', '', ''], ['辰二', '', '13800000472'], ['辰三', '', '']]);
  expect(rows).toEqual(['2 辰一 138****0471 第一学习小组', '4 辰二 138****0472 第一学习小组', '5 辰三 第一学习小组']);
});
