import { AppError } from '@weidangxiao/shared/errors.ts';
import type { IncomingHttpHeaders } from 'node:http';
import { isImage } from './media.ts';
import type { StoredFile } from './stored-file.entity.ts';

export interface FileReply {
  readonly status: 200 | 206 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** First and last byte to send, both included; null where nothing is sent. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

const week = 7 * 24 * 3600;

/** How a file is answered (RFC 9110): whole, one range of it for players that seek, or not again. @throws AppError RANGE_INVALID */
export function replyFor(file: StoredFile, asked: IncomingHttpHeaders): FileReply {
  const etag = `"${file.sha256}"`;
  const headers = { etag, ...cachingOf(file) };
  if (asked['if-none-match']?.split(',').some((tag) => tag.trim() === etag)) return { status: 304, headers, range: null };
  const { 'if-range': condition, range: wanted } = asked;
  const part = wanted && (condition === undefined || condition === etag) ? partOf(wanted, file.bytes) : null;
  const { start, end } = part ?? { start: 0, end: file.bytes - 1 };
  const content = {
    'content-type': file.contentType,
    'content-disposition': dispositionOf(file),
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
  };
  if (!part) return { status: 200, headers: { ...headers, ...content }, range: { start, end } };
  return { status: 206, headers: { ...headers, ...content, 'content-range': `bytes ${start}-${end}/${file.bytes}` }, range: part };
}

/** What is public may be kept by anybody; what is not is asked for again each time, because two people may share a phone. */
function cachingOf({ purpose, publishedAt }: StoredFile): Record<string, string> {
  if (purpose === 'lesson' && publishedAt !== null) return { 'cache-control': `public, max-age=${week}, immutable` };
  return { 'cache-control': 'private, no-cache', vary: 'Authorization' };
}

/** Only pictures and sound open in place. */
function dispositionOf({ id, contentType }: StoredFile): string {
  const inPlace = isImage(contentType) || /^(audio|video)\//.test(contentType);
  return inPlace ? 'inline' : `attachment; filename="${id}.${contentType.split('/')[1] ?? 'bin'}"`;
}

/** One range; several, or what is no range at all, are answered with the whole, as the RFC allows. */
function partOf(wanted: string, bytes: number): { start: number; end: number } | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(wanted.trim()) ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  if (start >= bytes) throw new AppError('RANGE_INVALID');
  return { start, end };
}
