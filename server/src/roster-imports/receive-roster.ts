import { AppError } from '@weidangxiao/shared/errors.ts';
import { openZip, type ZipFault, ZipRefused } from '../platform/files/bounded-zip.ts';
import { type ReadRoster, readRoster } from './reading/read-roster.ts';
import { NoWorkbook, readWorkbook, TooManyRows } from './xlsx/workbook.ts';
import { XmlBroken } from './xlsx/xml.ts';

/** A town of some thousand people; more is several files. */
const maxRows = 5_000;
const zipMagic = 'PK\x03\x04';
const zipLimits = { maxEntries: 1_000, maxBytes: 96 * 1024 * 1024 };
/** What is kept of a sheet, as JSON. A roster of 5,000 people has a tenth of it. */
const maxKept = 8 * 1024 * 1024;

const tooComplex: Readonly<Partial<Record<ZipFault, string>>> = {
  too_many_entries: '里面的图片和附件太多',
  too_large: '解开以后太大',
  too_dense: '解开以后太大',
};

/**
 * The people of an uploaded .xlsx, or a refusal before memory is spent on it.
 * @throws AppError FILE_NOT_XLSX, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_TOO_MANY_ROWS, ROSTER_HEADER_NOT_FOUND
 */
export async function receiveRoster(bytes: Buffer): Promise<ReadRoster> {
  if (bytes.toString('latin1', 0, 4) !== zipMagic) throw new AppError('FILE_NOT_XLSX', { field: 'file' });
  const sheets = await openZip(bytes, zipLimits).then((zip) => readWorkbook(zip, maxRows)).catch(refuse);
  const roster = readRoster(sheets);
  if (roster.sheets.length === 0) throw new AppError('ROSTER_HEADER_NOT_FOUND', { field: 'file' });
  if (JSON.stringify(roster).length > maxKept) throw new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason: '单元格里的字太多' } });
  return roster;
}

function refuse(cause: unknown): never {
  const field = 'file';
  if (cause instanceof TooManyRows) throw new AppError('FILE_TOO_MANY_ROWS', { field, detail: { limit: maxRows }, cause });
  if (cause instanceof NoWorkbook) throw new AppError('FILE_NOT_XLSX', { field, cause });
  if (cause instanceof XmlBroken) throw new AppError('FILE_UNREADABLE', { field, detail: { reason: '内容有损坏' }, cause });
  if (!(cause instanceof ZipRefused)) throw cause;
  const reason = tooComplex[cause.fault];
  if (reason) throw new AppError('FILE_TOO_COMPLEX', { field, detail: { reason }, cause });
  throw new AppError('FILE_UNREADABLE', { field, detail: { reason: '文件不完整，或加了密码' }, cause });
}
