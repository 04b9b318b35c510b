import exceljs from 'exceljs';
import { Readable } from 'node:stream';
import { receiveRoster } from '../src/roster-imports/receive-roster.ts';
import { contest, perSecond, type Row } from './rounds.ts';

/** With its header the 5,000 rows that a roster may have. */
const people = 4_999;

/** A whole roster read, header found and people understood, against the cells alone with exceljs's streaming reader. */
export async function rosterRow(): Promise<Row> {
  const bytes = await roster();
  return contest({
    name: `roster of ${people} people, rows/s`,
    goal: 1,
    ours: () => perSecond(people, async () => expectPeople((await receiveRoster(bytes)).entries.length)),
    baseline: () => perSecond(people, async () => expectPeople((await cellsOf(bytes)) - 1)),
  });
}

function expectPeople(found: number): void {
  if (found !== people) throw new Error(`${found} people instead of ${people}`);
}

async function roster(): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['序号', '学习小组', '姓名', '性别', '联系电话', '入党时间', '职务', '备注']);
  for (let at = 0; at < people; at += 1) {
    sheet.addRow([at + 1, `第${1 + (at % 13)}学习小组`, `学员${at}`, at % 2 ? '男' : '女', 13_800_000_000 + at, new Date(Date.UTC(1990, at % 12, 1 + (at % 28))), at % 13 ? '' : '组长', '']);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Rows with every cell's value taken. */
async function cellsOf(bytes: Buffer): Promise<number> {
  let rows = 0;
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([bytes]), { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit', hyperlinks: 'ignore', entries: 'emit' });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const values: unknown[] = Array.isArray(row.values) ? row.values : [];
      if (values.length > 0) rows += 1;
    }
  }
  return rows;
}
