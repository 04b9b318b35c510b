import type { RosterField } from '@weidangxiao/shared/rules/roster-fault.ts';
import type { Corrections } from '../judging/judgement.ts';
import { headingOf, type RowView } from '../judging/view.ts';
import type { Entry, ReadRoster } from '../reading/read-roster.ts';
import { addTextSheet, bytesOf, newWorkbook } from '../../platform/xlsx/text-sheet.ts';

const usual: readonly RosterField[] = ['name', 'group', 'phone'];
const others: readonly RosterField[] = ['gender', 'duty', 'tags', 'joinedOn', 'remark'];

/**
 * The refused rows as they stand, under the sheet's own headings, each with what to do; mended it can be uploaded by
 * itself. A group that was meant by a blank cell is written out: the row above may not be here.
 */
export function errorSheetOf({ sheets, entries }: ReadRoster, corrections: Corrections, rows: readonly RowView[]): Promise<Buffer> {
  const byPlace = new Map(entries.map((entry) => [`${entry.sheet ?? ''}:${entry.row}`, entry]));
  const told = (field: RosterField): boolean => sheets.some(({ columns }) => columns.some(({ meaning }) => meaning === field));
  const fields = [...usual, ...others.filter(told)];
  const columns = [...fields.map((field) => ({ heading: headingOf(field, sheets, null), width: 18 })), { heading: '要改的地方', width: 60 }, { heading: '原表', width: 16 }];
  const lines = rows.filter(({ outcome }) => outcome === 'refused').flatMap((row) => {
    const entry = byPlace.get(`${row.sheet ?? ''}:${row.row}`);
    return entry ? [lineOf(entry, corrections, row, fields)] : [];
  });
  const workbook = newWorkbook();
  addTextSheet(workbook, '要改的行', columns, lines);
  return bytesOf(workbook);
}

function lineOf(entry: Entry, { rows }: Corrections, row: RowView, fields: readonly RosterField[]): string[] {
  const values = { ...entry.values, ...rows[entry.key]?.values };
  const cells = fields.map((field) => values[field]?.trim() || (field === 'group' ? (row.groupName ?? '') : ''));
  const reasons = row.faults.filter(({ severity }) => severity === 'refuses').map(({ message }) => message);
  return [...cells, reasons.join('\n'), `${row.sheet ?? ''}第${row.row}行`];
}
