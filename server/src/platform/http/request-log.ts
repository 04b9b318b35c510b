import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';
import { inContext, type RequestContext } from '../context/request-context.ts';
import type { Log } from '../log/log.ts';
import { gatewayOpenid } from './cloud-run.ts';

type FollowedRequest = FastifyRequest & { context?: RequestContext };

/** Gives every request its context, and one log line when it is answered: the route's pattern, never the address with its values. */
export function followRequests(server: FastifyInstance, log: Log, config: Config): void {
  server.decorateRequest('context');
  server.addHook('onRequest', (request: FollowedRequest, _reply, done) => {
    request.context = { requestId: request.id, openid: gatewayOpenid(config, request) };
    inContext(request.context, done);
  });
  // Reading a body loses it.
  server.addHook('preValidation', resume);
  server.addHook('onResponse', (request: FollowedRequest, reply, done) => {
    resume(request, reply, () => {
      const { method, url } = request.routeOptions.config as { method?: string; url?: string };
      log.info('Answered', { method: method ?? request.method, pattern: url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), answeredId: request.id });
      done();
    });
  });
}

function resume({ context }: FollowedRequest, _: unknown, run: () => void): void {
  if (context) inContext(context, run);
  else run();
}
