import { AppError } from '@weidangxiao/shared/errors.ts';
import { receiveSheets } from '../platform/xlsx/receive-sheets.ts';
import { type ReadRoster, readRoster } from './reading/read-roster.ts';

/** A town of some thousand people; more is several files. */
const maxRows = 5_000;
/** What is kept of a sheet, as JSON. A roster of 5,000 people has a tenth of it. */
const maxKept = 8 * 1024 * 1024;

/**
 * The people of an uploaded .xlsx, or a refusal before memory is spent on it.
 * @throws AppError FILE_NOT_XLSX, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_TOO_MANY_ROWS, ROSTER_HEADER_NOT_FOUND
 */
export async function receiveRoster(bytes: Buffer): Promise<ReadRoster> {
  const roster = readRoster(await receiveSheets(bytes, maxRows));
  if (roster.sheets.length === 0) throw new AppError('ROSTER_HEADER_NOT_FOUND', { field: 'file' });
  if (JSON.stringify(roster).length > maxKept) throw new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason: '单元格里的字太多' } });
  return roster;
}
