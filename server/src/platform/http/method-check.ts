import { AppError } from '@weidangxiao/shared/errors.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Tells "there is no such address" from "this address takes other methods", which Fastify answers alike. */
export class MethodCheck {
  private readonly patterns = new Map<string, RegExp>();

  /** Must be called before the routes are registered. */
  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url }) => {
      if (!url.includes('*')) this.patterns.set(url, patternOf(url));
    });
  }

  refusal({ url }: FastifyRequest): AppError {
    const [path = ''] = url.split('?');
    const known = [...this.patterns.values()].some((pattern) => pattern.test(path));
    return new AppError(known ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND');
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+()]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${escaped}$`);
}
