import { AppError, type ErrorBody } from '@weidangxiao/shared/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';
import { toAppError } from './to-app-error.ts';

/** When to come back after "busy" or "unavailable", in seconds. */
const laterSeconds = 5;

/**
 * Answers a failure as `{code, message, field?, detail?}`. What nobody foresaw becomes INTERNAL with the request's id,
 * under which the log has the rest; the client learns nothing of it.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const known = toAppError(error);
  const refusal = known ?? new AppError('INTERNAL', { detail: { id: request.id }, cause: error });
  if (refusal.status >= 500) log.error('A request failed', { errorCode: refusal.code, failedId: request.id, error: known?.cause ?? error });
  if (reply.sent) return;
  const wait = retryAfter(refusal);
  if (wait !== null) void reply.header('retry-after', String(wait));
  void reply.code(refusal.status).type('application/json; charset=utf-8').send(refusal.body() satisfies ErrorBody);
}

function retryAfter({ status, detail }: AppError): number | null {
  if (status !== 429 && status !== 503) return null;
  const seconds = Number(detail?.['seconds']);
  return seconds > 0 ? Math.ceil(seconds) : laterSeconds;
}
