import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './callers.ts';
import type { Scope } from './scope.ts';

/** What access has settled about a request before a controller sees it. */
export interface Access {
  readonly name: RouteName;
  readonly caller: Caller | null;
  readonly scope: Scope;
  input?: { params: unknown; query: unknown; body: unknown };
}

export type AccessRequest = FastifyRequest & { access?: Access };

export function requestOf(context: ExecutionContext): AccessRequest {
  return context.switchToHttp().getRequest<AccessRequest>();
}

function accessOf(context: ExecutionContext): Access {
  const { access } = requestOf(context);
  if (!access) throw new Error('a controller was reached without access');
  return access;
}

/** The validated input of the route: `{params, query, body}` as its contract parses them. */
export const In = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context).input);

/** The scope that access minted for this caller and this route. Type it as narrowly as the route's permission allows. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context).scope);

/** The caller, for the few routes about the login itself. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) => accessOf(context).caller);
