import { AppError } from '@weidangxiao/shared/errors.ts';
import { QueryFailedError } from 'typeorm';

const removed = '[removed]';

/** Fields whose values never reach a log, however deep they lie. `code` stands for WeChat's and invitation codes. */
const secretNames =
  /^(authorization|cookie|.*phone.*|.*token.*|.*secret.*|.*key|code|.*cipher.*|.*openid.*|.*unionid.*|name|.*name|remark|text|takeaway|ticket|invitation|ip|remoteAddress|parameters|body|query|headers|req|res|request|reply|socket)$/i;
/** Of ours, and harmless. */
const plainNames = new Set(['errorCode', 'hostname', 'jobName']);

const phones = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;
/** 256-bit secrets in base64url or hex are 43 characters and more. */
const longSecrets = /[A-Za-z0-9_-]{40,}/g;
/** Our own messages are English: a run of Chinese is somebody's name or words. */
const chinese = /[\u3400-\u9fff\uf900-\ufaff]+/g;

/** A copy of what is to be logged without secrets and personal data. Depth and length are bounded. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '[deeper]';
  if (value instanceof Error) return describeError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => scrub(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, scrubField(name, item, depth)]));
}

export function scrubText(text: string): string {
  return text.slice(0, 2000).replace(phones, removed).replace(longSecrets, removed).replace(chinese, removed);
}

/** Names are few, and every line has the same ones. */
const known = new Map<string, boolean>();
const mostKnown = 1_000;

function isSecret(name: string): boolean {
  const verdict = known.get(name) ?? (secretNames.test(name) && !plainNames.has(name));
  if (known.size < mostKnown) known.set(name, verdict);
  return verdict;
}

function scrubField(name: string, value: unknown, depth: number): unknown {
  return isSecret(name) && value !== undefined && value !== null ? removed : scrub(value, depth + 1);
}

/**
 * Drivers and parsers quote the values that they choke on, so their messages stay out: of a failed statement its SQL
 * (which holds only placeholders) and the driver's code are told, of a refusal its code.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const known: Record<string, unknown> = { type: error.constructor.name, at: framesOf(error) };
  if (error instanceof AppError) known['errorCode'] = error.code;
  else if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) known['errorCode'] = code;
  if (typeof errno === 'number') known['errno'] = errno;
  if (error instanceof QueryFailedError) return { ...known, sql: scrubText(error.query), cause: scrub(error.driverError, depth + 1) };
  if (!quotesInput(error)) known['message'] = scrubText(error.message);
  if (error.cause !== undefined) known['cause'] = scrub(error.cause, depth + 1);
  return known;
}

function quotesInput(error: Error): boolean {
  return error instanceof AppError || error instanceof SyntaxError || 'sqlMessage' in error || error.constructor.name === 'SqliteError';
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return lines.slice(0, 8).map((line) => line.trim());
}
