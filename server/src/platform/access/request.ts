import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
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

/** Gives a controller's method one of its arguments. */
export type Take = (request: AccessRequest, reply: FastifyReply) => unknown;

const TAKES = 'takes';

/** A decorator for a parameter of a controller's method. */
export function parameter(take: Take): () => ParameterDecorator {
  return () => (controller, method, at) => {
    const handler = (controller as Record<string | symbol, object>)[method ?? ''];
    if (!handler) throw new Error('only parameters of methods are given');
    const takes = takesOf(handler);
    takes[at] = take;
    Reflect.defineMetadata(TAKES, takes, handler);
  };
}

/** One for each parameter of a controller's method, in their order. */
export function takesOf(handler: object): Take[] {
  return (Reflect.getMetadata(TAKES, handler) as Take[] | undefined) ?? [];
}

function accessOf({ access }: AccessRequest): Access {
  if (!access) throw new Error('a controller was reached without access');
  return access;
}

/** The validated input of the route: `{params, query, body}` as its contract parses them. */
export const In = parameter((request) => accessOf(request).input);

/** The scope that access minted for this caller and this route. Type it as narrowly as the route's permission allows. */
export const By = parameter((request) => accessOf(request).scope);

/** The caller, for the few routes about the login itself. */
export const Who = parameter((request) => accessOf(request).caller);

/** The request's headers, for a download that is asked for in parts. */
export const Headers = parameter((request) => request.headers);

/** For a download's own status and headers; the router sends. */
export const Reply = parameter((_, reply) => reply);
