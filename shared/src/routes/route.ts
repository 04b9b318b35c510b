import type { Permission } from '../permissions.ts';

/** Requests a minute; per login where there is one, else per address. The figures are in `rateLimits`. `callback` is WeChat, which tells of each of a push's messages from a few addresses. */
export type RateLimit = 'read' | 'write' | 'login' | 'poll' | 'upload' | 'callback';

export const rateLimits: Record<RateLimit, number> = { read: 600, write: 240, login: 60, poll: 120, upload: 60, callback: 60_000 };

/**
 * One row of the route table, free of zod so that the phone can bundle it. Bodies and answers are in `contract/`
 * under the same name.
 *   audit    the act written to the audit log in the act's own transaction; null only for what changes nothing
 *   status   of success; 201 for what creates, 204 for what answers nothing, else 200
 *   upload   the one multipart field `file`: accepted kinds and bytes
 *   raw      the body stays text, whatever type it says it has: a stranger's callback
 *   download the answer is bytes of that type, not JSON
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly permission: Permission;
  readonly rateLimit: RateLimit;
  readonly audit: string | null;
  readonly status?: 200 | 201 | 204;
  readonly upload?: { readonly accepts: 'xlsx' | 'docx' | 'media'; readonly maxBytes: number };
  readonly raw?: { readonly maxBytes: number };
  readonly download?: string;
}

export type RouteTable = Readonly<Record<string, Route>>;

export const megabyte = 1024 * 1024;
