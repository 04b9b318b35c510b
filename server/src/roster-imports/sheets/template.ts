import { addTextSheet, bytesOf, newWorkbook, type TextColumn } from '../../platform/xlsx/text-sheet.ts';

const columns: readonly TextColumn[] = [
  { heading: '序号', width: 8 },
  { heading: '姓名', width: 14 },
  { heading: '性别', width: 8 },
  { heading: '所在小组', width: 20 },
  { heading: '手机号', width: 18 },
  { heading: '职务', width: 18 },
  { heading: '类别', width: 24 },
  { heading: '入党时间', width: 14 },
  { heading: '备注（健康等）', width: 28 },
];

/** The reading leaves out a row whose number is 例. */
const example = ['例', '张小满', '女', '第一学习小组', '13800001234', '组长', '党员、致富带头人', '1990-09', '行动不便'];

const rules: readonly (readonly [string, string])[] = [
  ['姓名', '一定要填'],
  ['所在小组', '一定要填。空着就和上一行同组。“第三小组”和“第三学习小组”算同一个组'],
  ['手机号', '11位数字。没有手机就空着；两人共用一部，两行都填，导入时确认'],
  ['职务', '只作参考。组长等权限导入以后在名册里给'],
  ['类别', '党员、镇村干部、后备力量、致富带头人、群众，可以填几个，用顿号分开'],
  ['入党时间', '写成1990-09、1990年9月都可以'],
  ['备注', '健康等情况加密保存，只有管理员能看'],
  ['序号为“例”的一行', '是示范，导入时不算'],
];

const lines = 500;

/** An empty roster with the usual columns; the town's groups can be picked from a list. */
export async function templateFor(groupNames: readonly string[]): Promise<Buffer> {
  const workbook = newWorkbook();
  const sheet = addTextSheet(workbook, '花名册', columns, [example]);
  addTextSheet(workbook, '填写说明', [{ heading: '这一栏', width: 20 }, { heading: '怎么填', width: 70 }, { heading: '已有的小组', width: 24 }], rowsOf(groupNames));
  for (let row = 2; row <= lines; row += 1) {
    sheet.getCell(row, 3).dataValidation = { type: 'list', allowBlank: true, formulae: ['"男,女"'] };
    if (groupNames.length > 0) sheet.getCell(row, 4).dataValidation = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [`填写说明!$C$2:$C$${groupNames.length + 1}`] };
  }
  return bytesOf(workbook);
}

function rowsOf(groupNames: readonly string[]): string[][] {
  return Array.from({ length: Math.max(rules.length, groupNames.length) }, (_, at) => [...(rules[at] ?? ['', '']), groupNames[at] ?? '']);
}
