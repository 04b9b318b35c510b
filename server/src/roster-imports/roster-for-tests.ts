import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';

export type Line = readonly CellValue[];

/** An .xlsx with these lines from the first row on, and whatever is done to its sheet afterwards. */
export async function xlsx(lines: readonly Line[], shape: (sheet: Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined): Promise<{ name: string; bytes: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  for (const line of lines) sheet.addRow([...line]);
  shape(sheet, workbook);
  return { name: '花名册.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

/** The texts of a downloaded sheet, row by row. */
export async function linesOf(bytes: Uint8Array): Promise<{ sheet: Worksheet; lines: CellValue[][] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const lines: CellValue[][] = [];
  sheet.eachRow((row) => void lines.push((row.values as CellValue[]).slice(1)));
  return { sheet, lines };
}
