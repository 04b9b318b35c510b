import { AsyncLocalStorage } from 'node:async_hooks';
import type { Scope } from '../access/scope.ts';

/** What is known about the request being served: for logs, and for the audit row of its act. One object a request, filled as it goes. */
export interface RequestContext {
  readonly requestId: string;
  /** Whose WeChat sent it, where WeChat's own gateway says so. */
  readonly openid?: string | undefined;
  route?: string;
  /** The act of the route table; null for what changes nothing. */
  audit?: string | null;
  scope?: Scope;
  /** Set once an audit row of this request was written. */
  audited?: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs a request's whole life, or a job's run, in a context of its own. */
export function inRequest<T>(requestId: string, run: () => T): T {
  return inContext({ requestId }, run);
}

/** Goes on in a context made before: reading a body loses it, because the socket's events belong to nobody. */
export function inContext<T>(context: RequestContext, run: () => T): T {
  return storage.run(context, run);
}

/** Null at start-up and in commands. */
export function requestContext(): RequestContext | null {
  return storage.getStore() ?? null;
}

/** Called by access once caller and scope are settled. */
export function enterRequest(known: Required<Pick<RequestContext, 'route' | 'audit' | 'scope'>>): void {
  const context = storage.getStore();
  if (context) Object.assign(context, known);
}
