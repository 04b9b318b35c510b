import type { RouteContract } from '@weidangxiao/shared/contract/contract.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Route } from '@weidangxiao/shared/routes/route.ts';
import type { z } from 'zod';
import { requestContext } from '../context/request-context.ts';
import type { Access, AccessRequest } from './request.ts';

/** What comes in, as the contract reads it. @throws AppError INPUT_INVALID, NOT_FOUND */
export function inputOf(contract: RouteContract, { upload }: Route, request: AccessRequest): Access['input'] {
  return {
    params: parse(contract.params, request.params, 'params'),
    query: parse(contract.query, request.query, 'query'),
    body: upload ? undefined : parse(contract.body, request.body, ''),
  };
}

/** What goes out, with no field that the contract lacks. */
export function answerOf(contract: RouteContract, { audit, path }: Route, answer: unknown): unknown {
  if (audit && !requestContext()?.audited) throw new Error(`${path} left no audit row`);
  if (contract.answer === 'bytes') return answer;
  return contract.answer === null ? undefined : contract.answer.parse(answer);
}

function parse(schema: z.ZodType | undefined, value: unknown, at: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? (at ? {} : value));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map(String);
  // An id in the path that cannot exist is an address that does not exist.
  if (at === 'params' && path.at(-1)?.toLowerCase().endsWith('id')) throw new AppError('NOT_FOUND');
  throw new AppError('INPUT_INVALID', { field: path.join('.') || 'body', detail: { reason: issue?.message ?? '' } });
}
