import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inContext, inRequest, requestContext, type RequestContext } from '../context/request-context.ts';
import type { Log } from '../log/log.ts';

const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Gives every request its context, and one log line when it is answered: the route's pattern, never the address with its values. */
export function followRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onRequest', (request, _reply, done) => {
    inRequest(request.id, () => {
      const context = requestContext();
      if (context) contexts.set(request, context);
      done();
    });
  });
  server.addHook('preValidation', (request, _reply, done) => resume(request, done));
  server.addHook('onResponse', (request, reply, done) => {
    resume(request, () => {
      const { method, url } = request.routeOptions.config as { method?: string; url?: string };
      log.info('Answered', { method: method ?? request.method, pattern: url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), answeredId: request.id });
      done();
    });
  });
}

function resume(request: FastifyRequest, run: () => void): void {
  const context = contexts.get(request);
  if (context) inContext(context, run);
  else run();
}
