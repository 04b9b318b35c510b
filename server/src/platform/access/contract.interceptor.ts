import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { contractOf } from '@weidangxiao/shared/contract/all.ts';
import type { RouteContract } from '@weidangxiao/shared/contract/contract.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { requestContext } from '../context/request-context.ts';
import { requestOf } from './request.ts';

/** Validates what comes in by the contract, and shapes what goes out by it: an answer holds no field that the contract lacks. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    const { access } = request;
    if (!access) throw new AppError('NOT_ALLOWED');
    const contract = contractOf(access.name);
    access.input = {
      params: parse(contract.params, request.params, 'params'),
      query: parse(contract.query, request.query, 'query'),
      body: routeNamed(access.name).upload ? undefined : parse(contract.body, request.body, ''),
    };
    return next.handle().pipe(map((answer) => shape(contract, answer, access.name)));
  }
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

function shape(contract: RouteContract, answer: unknown, name: string): unknown {
  const { audit } = routeNamed(name as Parameters<typeof routeNamed>[0]);
  if (audit && !requestContext()?.audited) throw new Error(`${name} left no audit row`);
  if (contract.answer === 'bytes') return answer;
  if (contract.answer === null) return undefined;
  return contract.answer.parse(answer);
}
