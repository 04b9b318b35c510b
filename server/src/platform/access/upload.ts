import { AppError } from '@weidangxiao/shared/errors.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { megabyte } from '@weidangxiao/shared/routes/route.ts';
import { type AccessRequest, parameter } from './request.ts';

/** One uploaded file, whole in memory: its route bounds it to a few megabytes. */
export interface UploadedFile {
  /** As the user's device called it; for showing only, never a path. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The multipart field `file` of a route with `upload`; refused with a code when missing or over the route's limit. */
export const Upload = parameter(receive);

async function receive(request: AccessRequest): Promise<UploadedFile> {
  const name = request.access?.name;
  const upload = name && routeNamed(name).upload;
  if (!upload) throw new Error(`${name ?? 'the route'} takes no upload`);
  if (!request.isMultipart()) throw new AppError('FILE_MISSING', { field: 'file' });
  return read(request, upload.maxBytes);
}

async function read(request: AccessRequest, maxBytes: number): Promise<UploadedFile> {
  const tooLarge = new AppError('FILE_TOO_LARGE', { field: 'file', detail: { limit: `${maxBytes / megabyte}MB` } });
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 10 } }).catch(() => undefined);
  if (!part || part.fieldname !== 'file') throw new AppError('FILE_MISSING', { field: 'file' });
  const bytes = await part.toBuffer().catch(() => Promise.reject(tooLarge));
  if (part.file.truncated) throw tooLarge;
  if (bytes.length === 0) throw new AppError('FILE_MISSING', { field: 'file' });
  return { name: part.filename.slice(0, 120), bytes };
}
