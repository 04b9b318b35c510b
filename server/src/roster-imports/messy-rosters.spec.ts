import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Worksheet } from 'exceljs';
import type { Api } from '../../test/api.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { type Line, xlsx } from './roster-for-tests.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Row = Answer<'listRosterRows'>['items'][number];

async function townWith(...groups: string[]): Promise<Api> {
  const { api, town } = await server.make.actor({ roles: ['admin'], groupId: null });
  for (const name of groups) await server.make.group(town, name);
  return api;
}

async function read(api: Api, file: Awaited<ReturnType<typeof xlsx>>) {
  const answer = await api.call('createRosterImport', { file });
  const { items } = await api.call('listRosterRows', { params: { id: answer.id }, query: { pageSize: 100 } });
  return { answer, items, faults: answer.faults.map(({ row, column, code }) => `${row} ${column} ${code}`) };
}

const shown = ({ row, name, groupName, phoneMasked, joinedOn }: Row): unknown[] => [row, name, groupName, phoneMasked, joinedOn];

const twoRowHeader: Line[] = [
  ['龙凤镇党员花名册'],
  ['单位：（盖章）', '', '', '', '', '', '填表日期：2026年10月8日'],
  ['组 别', '序号', '姓  名', '联系方式', '', '入党\n时间', '政治面貌', '健康状况', '备注'],
  ['', '', '', '手机号码', '座机', '', '', '', ''],
  ['一组', 1, { richText: [{ text: '王' }, { text: '　小明', font: { bold: true } }] }, 13800000201, '0832-1234567', new Date('1990-09-05'), '中共党员', '高血压', '外出'],
  ['', 2, { text: '李 雷', hyperlink: 'http://example.org' }, { formula: 'D5+1', result: 13800000202 }, '', 199009, '群众', '', ''],
  ['', 3, { formula: '"韩"&"梅"', result: '韩梅' }, '+86 138 0000 0203', '', { formula: 'DATE(1985,7,1)', result: new Date('1985-07-01') }, '党员', '', ''],
  ['第二小组', 4, '阿依·古丽', '1.3800000204E+10', '', '一九九八年七月', '预备党员', '', ''],
  ['', 5, '赵六', '１３８００００　０２０５', '', '1990.10', '', '良好', ''],
  ['', 6, '', '', '', '', '', '', ''],
  ['组 别', '序号', '姓  名', '手机号码', '座机', '入党\n时间', '政治面貌', '健康状况', '备注'],
  ['第３学习小组', 7, '钱七', '无', '', '1968/5', '党员', '', ''],
  ['小计', '', '3人', '', '', '', '', '', ''],
  ['', 8, '孙八', '', '', '', '', '', ''],
  ['填表人：张三', '', '审核人：李四', '13800000299', '', '', '', '', ''],
  ['注：1.本表一式两份。'],
];

function shapeTwoRowHeader(sheet: Worksheet): void {
  sheet.mergeCells('A1:I1');
  for (const column of ['A', 'B', 'C', 'F', 'G', 'H', 'I']) sheet.mergeCells(`${column}3:${column}4`);
  for (const range of ['D3:E3', 'A5:A7', 'A8:A9', 'A16:I16']) sheet.mergeCells(range);
  sheet.getCell('F5').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell('F7').numFmt = 'yyyy/m/d';
  sheet.getRow(9).hidden = true;
}

test('a roster with a header over two rows, merged groups and every kind of cell is read', async () => {
  const api = await townWith('第一学习小组', '第二学习小组', '第三学习小组');
  const file = await xlsx(twoRowHeader, shapeTwoRowHeader);
  const { answer, items, faults } = await read(api, file);
  expect(items.map(shown)).toEqual([
    [5, '王小明', '第一学习小组', '138****0201', '1990-09-05'],
    [6, '李雷', '第一学习小组', '138****0202', '1990-09'],
    [7, '韩梅', '第一学习小组', '138****0203', '1985-07-01'],
    [8, '阿依·古丽', '第二学习小组', '138****0204', '1998-07'],
    [9, '赵六', '第二学习小组', '138****0205', '1990-10'],
    [12, '钱七', '第三学习小组', null, '1968-05'],
    [14, '孙八', '第三学习小组', null, null],
  ]);
  expect(faults).toEqual(['9 姓  名 ROW_HIDDEN']);
  expect(answer).toMatchObject({ valid: 7, invalid: 0 });
  expect(answer.columns.map(({ letter, heading, meaning }) => `${letter} ${heading.replace('\n', '')} ${meaning}`)).toEqual(['A 组 别 group', 'B 序号 serial', 'C 姓  名 name', 'D 手机号码 phone', 'E 座机 null', 'F 入党时间 joinedOn', 'G 政治面貌 tags', 'H 健康状况 remark', 'I 备注 remark']);
  await api.call('confirmRosterImport', { params: { id: answer.id } });
  const [ming] = (await api.call('listMembers', { query: { q: '王小明' } })).items;
  expect(await api.call('revealRemark', { params: { id: ming?.id ?? '' } })).toEqual({ remark: '高血压；外出' });
});

test('a workbook with a sheet for each group is read whole, and a row is named with its sheet', async () => {
  const api = await townWith('安溪村学习小组', '凤凰村学习小组');
  const file = await xlsx([['填写说明'], ['姓名', '一定要填', '小组也要填']], (notes, workbook) => {
    notes.name = '填表说明';
    const add = (name: string, lines: unknown[][]) => workbook.addWorksheet(name).addRows(lines);
    add('安溪村小组', [['联系电话', '学员姓名', '性别'], ['13800000211', '甲一', '男'], ['138000002', '甲二', '女']]);
    add('统计', [['小组', '人数'], ['安溪村', 2]]);
    add('凤凰村组', [['凤凰村'], ['联系电话', '学员姓名', '性别'], ['13800000213', '乙一', '不清楚']]);
    workbook.addWorksheet('旧名册', { state: 'hidden' }).addRows([['姓名', '小组', '手机'], ['旧人', '一组', '13800000219']]);
  });
  const { answer, items } = await read(api, file);
  expect(items.map(({ sheet, ...row }) => [sheet, ...shown(row as Row).slice(0, 3)])).toEqual([
    ['安溪村小组', 2, '甲一', '安溪村学习小组'],
    ['安溪村小组', 3, '甲二', '安溪村学习小组'],
    ['凤凰村组', 3, '乙一', '凤凰村学习小组'],
  ]);
  expect(answer.faults).toMatchObject([
    { sheet: '安溪村小组', row: 3, column: '联系电话', code: 'PHONE_LENGTH' },
    { sheet: '凤凰村组', row: 3, column: '性别', code: 'GENDER_UNKNOWN', severity: 'doubt' },
  ]);
  const fix = (sheet: string) => api.call('correctRosterRows', { params: { id: answer.id }, body: { fixes: [{ kind: 'skip', row: 3, sheet }] } });
  expect(await fix('凤凰村组')).toMatchObject({ valid: 1, invalid: 1 });
  expect(await fix('安溪村小组')).toMatchObject({ valid: 1, invalid: 0 });
});

const sections: Line[] = [
  ['党员花名册'],
  ['姓名', '联系电话', '入党时间', '职务', '类别'],
  ['第一学习小组（12人）'],
  ['周一', '138O0000221', '2006-13', '', '党员'],
  ['周二', '13800000222、13900000222', '七九年', '', '积极分子'],
  ['二组'],
  ['周三', '13800000223（儿子）', '2031-07', '', ''],
  ['周四', '1.38E+10', '1990.2.30', '', ''],
  ['第九学习小组'],
  ['周五', '0832-1234567', '不记得', '', ''],
  ['周六', '13800000226', '', '', ''],
  ['第二小组'],
  ['周七', '13800000227', '5/9/1990', '', ''],
  ['周八', '13800000228', 1990.1, '', ''],
  ['合计：8人'],
];

test('a roster without a group column takes the groups from the lines between its people', async () => {
  const api = await townWith('第一学习小组', '第二学习小组');
  const file = await xlsx(sections, (sheet) => [3, 6, 9, 12].forEach((row) => sheet.mergeCells(row, 1, row, 5)));
  const { answer, items, faults } = await read(api, file);
  expect(items.map(({ groupName }) => groupName)).toEqual(['第一学习小组', '第一学习小组', '第二学习小组', '第二学习小组', '第九学习小组', '第九学习小组', '第二学习小组', '第二学习小组']);
  expect(faults).toEqual([
    '4 联系电话 PHONE_LETTER',
    '4 入党时间 DATE_MONTH',
    '5 联系电话 PHONE_TWO',
    '5 入党时间 DATE_SHORT_YEAR',
    '5 类别 TAG_UNKNOWN',
    '7 联系电话 PHONE_NOTE',
    '7 入党时间 DATE_FUTURE',
    '8 联系电话 PHONE_DIGITS_LOST',
    '8 入党时间 DATE_DAY',
    '10 联系电话 PHONE_LANDLINE',
    '10 入党时间 DATE_UNREADABLE',
    '10 小组 GROUP_UNKNOWN',
    '11 小组 GROUP_UNKNOWN',
    '13 入党时间 DATE_UNREADABLE',
    '14 入党时间 DATE_OCTOBER',
  ]);
  expect(answer).toMatchObject({ valid: 1, invalid: 7 });
});

test('a blank group is never filled in from above a group that was refused', async () => {
  const api = await townWith('第一学习小组');
  const { faults, answer } = await read(
    api,
    await xlsx([
      ['小组', '姓名', '手机'],
      ['', '吴一', '13800000231'],
      ['一组', '吴二', '13800000232'],
      ['', '吴三', '13800000233'],
      ['第十四组', '吴四', '13800000234'],
      ['', '吴五', '13800000235'],
      ['同上', '吴六', '13800000236'],
      ['第一组', '吴七', '13800000237'],
      ['', '吴八', '13800000238'],
    ]),
  );
  expect(faults).toEqual(['2 小组 GROUP_MISSING', '5 小组 GROUP_UNKNOWN', '6 小组 GROUP_UNKNOWN_ABOVE', '7 小组 GROUP_UNKNOWN_ABOVE']);
  expect(answer.unknownGroups).toEqual([{ name: '第十四组', rows: 3 }]);
  const mended = await api.call('correctRosterRows', { params: { id: answer.id }, body: { fixes: [{ kind: 'value', row: 5, field: 'group', value: '第一小组' }] } });
  expect(mended).toMatchObject({ valid: 7, invalid: 1 });
});

test('a person or a phone that stands twice is asked about', async () => {
  const api = await townWith('第一学习小组', '第二学习小组');
  const { faults } = await read(
    api,
    await xlsx([
      ['小组', '姓名', '手机'],
      ['一组', '郑一', '13800000241'],
      ['一组', '郑 一', '138-0000-0241'],
      ['一组', '郑二', '13800000241'],
      ['二组', '郑三', ''],
      ['二组', '郑三', ''],
      ['一组', '郑三', ''],
      ['一组', '郑四', '13800000242'],
      ['一组', '郑四', '13800000243'],
    ]),
  );
  expect(faults).toEqual(['3 姓名 PERSON_TWICE', '4 手机 PHONE_TWICE', '6 姓名 PERSON_TWICE']);
});

test('a formula that was never computed is told, not guessed', async () => {
  const api = await townWith('第一学习小组');
  const { faults } = await read(api, await xlsx([['小组', '姓名', '手机'], ['一组', { formula: 'B9' }, '13800000251'], ['一组', '冯二', { formula: 'C9' }]]));
  expect(faults).toEqual(['2 姓名 CELL_UNCOMPUTED', '3 手机 CELL_UNCOMPUTED']);
});
