import ExcelJS, { type Worksheet } from 'exceljs';

export interface TextColumn {
  readonly heading: string;
  readonly width: number;
}

const asText = '@';

/** A sheet of text cells: a phone keeps its digits, and what looks like a formula stays text even when it is edited. */
export function addTextSheet(workbook: ExcelJS.Workbook, name: string, columns: readonly TextColumn[], rows: readonly (readonly string[])[]): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: asText, alignment: { vertical: 'top', wrapText: true } } }));
  const header = sheet.addRow(columns.map(({ heading }) => heading));
  header.font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  return sheet;
}

export function newWorkbook(): ExcelJS.Workbook {
  return new ExcelJS.Workbook();
}

export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
