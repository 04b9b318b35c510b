import { addTextSheet, bytesOf, newWorkbook } from '../platform/xlsx/text-sheet.ts';

const rules: readonly (readonly [string, string])[] = [
  ['姓名、小组', '按名册列好了。小组只用来分清同名的人'],
  ['月份', '公示过的得分，0到100，最多两位小数。那个月没有评的写“未评”；不录的空着'],
  ['学时', '这一年在用系统以前已经有的学时，如28或28.5'],
  ['依据', '一定要填：数从哪里来，如“2026年3月公示表，镇党建办存”'],
  ['再导入一次', '一样的数不会重复记；改了的数会换掉，原来的那一条留着，注明换过'],
];

/** An empty sheet with the town's people and the months that can be brought along. @param months 'YYYY-MM' */
export async function openingTemplate(year: string, months: readonly string[], people: readonly { name: string; group: string }[]): Promise<Buffer> {
  const workbook = newWorkbook();
  const columns = ['姓名', '小组', ...months.map((month) => `${year}年${Number(month.slice(5))}月`), '学时', '依据'];
  addTextSheet(workbook, `${year}年期初数`, columns.map((heading) => ({ heading, width: heading === '依据' ? 36 : heading === '小组' ? 20 : 12 })), people.map(({ name, group }) => [name, group]));
  addTextSheet(workbook, '填写说明', [{ heading: '这一栏', width: 20 }, { heading: '怎么填', width: 70 }], rules);
  return bytesOf(workbook);
}
