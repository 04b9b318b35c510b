import { AppError } from '@weidangxiao/shared/errors.ts';
import { openZip, type ZipFault, ZipRefused } from '../files/bounded-zip.ts';
import type { Sheet } from './cell.ts';
import { NoWorkbook, readWorkbook, TooManyRows } from './workbook.ts';
import { XmlBroken } from './xml.ts';

const zipMagic = 'PK\x03\x04';
const zipLimits = { maxEntries: 1_000, maxBytes: 96 * 1024 * 1024 };

const tooComplex: Readonly<Partial<Record<ZipFault, string>>> = {
  too_many_entries: '里面的图片和附件太多',
  too_large: '解开以后太大',
  too_dense: '解开以后太大',
};

/**
 * The sheets of an uploaded .xlsx, or a refusal before memory is spent on it.
 * @throws AppError FILE_NOT_XLSX, FILE_UNREADABLE, FILE_TOO_COMPLEX, FILE_TOO_MANY_ROWS
 */
export async function receiveSheets(bytes: Buffer, maxRows: number): Promise<Sheet[]> {
  if (bytes.toString('latin1', 0, 4) !== zipMagic) throw new AppError('FILE_NOT_XLSX', { field: 'file' });
  return openZip(bytes, zipLimits).then((zip) => readWorkbook(zip, maxRows)).catch((cause: unknown) => refuse(cause, maxRows));
}

function refuse(cause: unknown, limit: number): never {
  const field = 'file';
  if (cause instanceof TooManyRows) throw new AppError('FILE_TOO_MANY_ROWS', { field, detail: { limit }, cause });
  if (cause instanceof NoWorkbook) throw new AppError('FILE_NOT_XLSX', { field, cause });
  if (cause instanceof XmlBroken) throw new AppError('FILE_UNREADABLE', { field, detail: { reason: '内容有损坏' }, cause });
  if (!(cause instanceof ZipRefused)) throw cause;
  const reason = tooComplex[cause.fault];
  if (reason) throw new AppError('FILE_TOO_COMPLEX', { field, detail: { reason }, cause });
  throw new AppError('FILE_UNREADABLE', { field, detail: { reason: '文件不完整，或加了密码' }, cause });
}
