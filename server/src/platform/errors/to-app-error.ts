import { HttpException } from '@nestjs/common';
import { AppError, type ErrorCode } from '@weidangxiao/shared/errors.ts';
import { storeFailure } from '../database/store-failures.ts';

/** Fastify's and Nest's own refusals, by their HTTP status. */
const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'BODY_UNREADABLE',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'BODY_UNREADABLE',
  411: 'BODY_UNREADABLE',
  413: 'BODY_TOO_LARGE',
  414: 'NOT_FOUND',
  415: 'TYPE_NOT_ACCEPTED',
  503: 'BUSY',
};

/** What a caught value means to a user. Null for what nobody foresaw. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = byStatus[statusOf(error)];
  return code ? new AppError(code, { cause: error }) : storeFailure(error);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (typeof error === 'object' && error !== null ? error : {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 0;
}
